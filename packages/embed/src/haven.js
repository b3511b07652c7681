// In this order the file is the smallest when compressed.
import './signup-form.js';
import './contact-card.js';
import './circle-diagram.js';
import './reflection-prompt.js';
