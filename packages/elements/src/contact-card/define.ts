import { ContactCard } from './contact-card.js';

declare global {
  interface HTMLElementTagNameMap {
    'haven-contact-card': ContactCard;
  }
}

ContactCard.define();
