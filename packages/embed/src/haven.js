import './circle-diagram.js';
import './contact-card.js';
import './signup-form.js';
