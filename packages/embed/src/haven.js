import './circle-diagram.js';
import './contact-card.js';
