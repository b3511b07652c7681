import './contact-card.js';
