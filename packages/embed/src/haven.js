import './circle-diagram.js';
import './contact-card.js';
import './reflection-prompt.js';
import './signup-form.js';
