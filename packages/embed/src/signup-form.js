import '@havenkit/elements/signup-form/define';
