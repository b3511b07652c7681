import { SignupForm } from './signup-form.js';

declare global {
  interface HTMLElementTagNameMap {
    'haven-signup-form': SignupForm;
  }
}

SignupForm.define();
