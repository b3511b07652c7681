import '@havenkit/elements/contact-card/define';
