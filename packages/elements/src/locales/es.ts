import { es as contactCard } from '../contact-card/locales/es.js';
import { registerStrings } from '../foundation/strings-registry.js';

registerStrings({ $code: 'es', $name: 'Español', $dir: 'ltr', 'contact-card': contactCard });
