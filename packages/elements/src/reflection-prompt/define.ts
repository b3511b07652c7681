import { ReflectionPrompt } from './reflection-prompt.js';

declare global {
  interface HTMLElementTagNameMap {
    'haven-reflection-prompt': ReflectionPrompt;
  }
}

ReflectionPrompt.define();
