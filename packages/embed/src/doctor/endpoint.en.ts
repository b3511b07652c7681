import type { EndpointTexts } from './texts.js';

/** What to do where a policy lacks a line. */
export const askForPolicy =
  'Give the line below to whoever looks after the server. It is added to the policy that is there.';
const yourself = 'Send one sign-up with your own name: only that shows that it arrives.';

/** What an endpoint answered, in English. */
export const endpointTexts: EndpointTexts = {
  endpointReady: () => ({
    what: 'The receiver answers, and lets this page send.',
    why: 'Sign-ups from this page can arrive.',
    todo: `Nothing more here. ${yourself}`,
  }),
  endpointAnswers: (status) => ({
    what: `The server answers (${status}), and lets this page read its answer.`,
    why: 'It is there. Whether it stores a sign-up is not known: the test sent none.',
    todo: yourself,
  }),
  endpointTakes: (status) => ({
    what: `The server is there, and takes only what is sent to it (${status}).`,
    why: 'That is how an address for sign-ups answers. Whether it stores one is not known: the test sent none.',
    todo: yourself,
  }),
  endpointPage: () => ({
    what: 'At this address is a web page, for people to read.',
    why: 'An address for sign-ups answers in another way. If it is the address of a page, no sign-up is stored.',
    todo: `Compare the address with that of your service. ${yourself}`,
  }),
  endpointMoved: (address) => ({
    what: `The server leads on to another address: ${address}.`,
    why: 'A sign-up may lose its answers on the way, or end at a page that stores nothing.',
    todo: `If that is the address of your service, write it into the settings of the form. If it is a page to log in or a home page, the address of the form is wrong. ${yourself}`,
  }),
  endpointOpaque: () => ({
    what: 'The server answers, but the browser hides its answer from every page.',
    why: 'It is there. Whether the address is right is not known.',
    todo: yourself,
  }),
  endpointPath: () => ({
    what: 'The receiver answers, but not at this address.',
    why: 'No sign-up arrives there.',
    todo: `The address ends with /signups. Correct it in the settings of the form. ${yourself}`,
  }),
  endpointMissing: (status) => ({
    what: `The server says that there is nothing at this address (${status}).`,
    why: 'Most likely the address is wrong, and no sign-up arrives. A few servers say so to everything but a sign-up.',
    todo: `Compare the address with that of your service, letter by letter. ${yourself}`,
  }),
  endpointLocked: () => ({
    what: 'The server asks for a password (401).',
    why: 'The form has none, so no sign-up arrives.',
    todo: 'Look in the settings of your service for an address that takes sign-ups from everybody.',
  }),
  endpointRefuses: (status) => ({
    what: `The server refuses the question (${status}).`,
    why: 'It may refuse sign-ups, too.',
    todo: `Look in the settings of your service whether the form is open, and whether it allows this site. ${yourself}`,
  }),
  endpointBusy: () => ({
    what: 'The server asks to wait (429).',
    why: 'There were many requests from your connection. It is there.',
    todo: 'Test again in a few minutes.',
  }),
  endpointDown: (status) => ({
    what: `The server has a problem of its own (${status}).`,
    why: 'Sign-ups may not be stored now. The form then says so, and shows your number.',
    todo: 'Give this report to whoever looks after the server.',
  }),
  endpointOrigin: (origin) => ({
    what: `The server is there, but does not let ${origin} read its answer.`,
    why: 'The form cannot know whether a sign-up arrived, and says so to the visitor.',
    todo: 'Allow this site in the settings of your service. For Havenkit’s receiver, that is the line below.',
  }),
  endpointUnreachable: (origin) => ({
    what: 'No answer of the server reaches this page.',
    why: 'Either the server is not there, or it does not allow this site. The browser does not say which.',
    todo: `Open the address in a new tab. If any answer appears, even an error, allow ${origin} in the settings of your service; for Havenkit’s receiver, that is the line with ALLOWED_ORIGINS. If none appears, look whether the address has a typing mistake, whether the server runs, and whether an extension of this browser blocks it.`,
  }),
  endpointBlocked: (origin, directive) => ({
    what: `The page’s Content Security Policy blocks sign-ups (${origin}).`,
    why: `Its line ${directive} does not list this address.`,
    todo: askForPolicy,
  }),
  endpointFramed: () => ({
    what: 'This form is in a frame, so this page cannot test it.',
    why: 'The frame sends the sign-ups, and the server answers the frame’s site, not this one.',
    todo: yourself,
  }),
  endpointUntested: (adapter) =>
    adapter === 'mailto'
      ? {
          what: 'The form opens an email of the visitor, so there is no server to test.',
          why: 'Whether the email was sent is known only to the visitor.',
          todo: 'Send one yourself.',
        }
      : {
          what: 'The form gives its answers to a script of the page, so there is no server to test.',
          why: 'Whether that script sends them is not known.',
          todo: yourself,
        },
};
