import { es as circleDiagram } from '../circle-diagram/locales/es.js';
import { es as contactCard } from '../contact-card/locales/es.js';
import { es as reflectionPrompt } from '../reflection-prompt/locales/es.js';
import { es as signupForm } from '../signup-form/locales/es.js';
import { registerStrings } from '../foundation/localization/strings-registry.js';

registerStrings({
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',
  'circle-diagram': circleDiagram,
  'contact-card': contactCard,
  'reflection-prompt': reflectionPrompt,
  'signup-form': signupForm,
});
