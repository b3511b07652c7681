import '@havenkit/elements/circle-diagram/define';
