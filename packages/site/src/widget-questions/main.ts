import { WidgetQuestions } from './widget-questions.js';

customElements.define('widget-questions', WidgetQuestions);
