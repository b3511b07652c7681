import '@havenkit/elements/reflection-prompt/define';
