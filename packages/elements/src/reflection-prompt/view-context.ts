import type { Localized } from '../foundation/localization/strings.js';
import type { PanelController } from './controllers/panel-controller.js';
import type { SavedController } from './controllers/saved-controller.js';
import type { WritingController } from './controllers/writing-controller.js';
import type { ReflectionPromptStrings } from './locales/en.js';
import type { PromptSet, ShownPrompt } from './model/prompts.js';

/** The configuration in the reader's language, and the prompt that is shown. */
export interface PromptModel extends ShownPrompt {
  readonly set: PromptSet;
  readonly strings: Localized<ReflectionPromptStrings>;
}

/** What the views show, and the controllers that act. */
export interface ViewContext extends PromptModel {
  /** Level of the widget's main heading. */
  readonly level: number;
  readonly writing: WritingController;
  readonly saved: SavedController;
  readonly panels: PanelController;
}
