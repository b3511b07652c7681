/**
 * Names of properties that a CDN file reads and writes in its own objects alone, so that there they may be short. None of
 * them may be a word of a translation, a key of a configuration or of what is sent, an attribute, a public member or a name of the browser's;
 * a test holds them against those.
 */
export const internalNames = [
  // What an element overrides or calls of its base class.
  'attributeKeys',
  'pageConfiguration',
  'performUpdate',
  'renderModel',
  'rendered',
  'updateIn',
  // Reading a configuration.
  'report',
  // Models.
  'clinicians',
  'contactPoints',
  'extension',
  'regular',
  'spans',
  'special',
  // A sign-up on its way.
  'attempt',
  'doubtful',
  'idempotent',
  'notBefore',
  'outside',
  'progress',
  'prove',
  'retries',
  'retryAfter',
  'sessions',
  'typed',
  'uncertain',
  'useEmail',
  // What is being written, and what is kept.
  'answered',
  'begin',
  'busy',
  'changing',
  'deleting',
  'dismiss',
  'encrypted',
  'exists',
  'fault',
  'inMemory',
  'keepAnyway',
  'keepLocked',
  'lastRead',
  'look',
  'makeStore',
  'moment',
  'offered',
  'onChange',
  'openBackup',
  'reflection',
  'reflections',
  'refusedAt',
  'said',
  'tell',
  'unkept',
  'written',
  // Templates.
  'fillings',
  'lit',
  'strings',
  'words',
];
