import '@havenkit/elements/locales/es';
