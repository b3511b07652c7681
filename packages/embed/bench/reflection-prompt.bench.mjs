/** The reflection prompt before anything is written. */

export const cases = [
  {
    title: 'Reflection prompt',
    copies: 50,
    configuration: {
      title: 'Between two meetings',
      choice: 'order',
      prompts: [
        { id: 'week', text: 'What stayed with you from our meeting?', hint: 'A word is enough.' },
        { id: 'hello', text: 'Who was glad to see you come home?' },
      ],
    },
  },
];

/** The texts that any page has to show. */
export const texts = ({ title, prompts: [{ text, hint }] }) => [title, text, hint];
