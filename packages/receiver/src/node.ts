/** The parts that need Node: databases by address, an HTTP server, mail, and Excel workbooks. */
export { type DatabaseOptions, openDatabase } from './database/open.js';
export { clientAddress, listen, type Listening, type ListenOptions } from './listen.js';
export { mailNotice, type MailOptions } from './mail-notice.js';
export { toXlsx } from './xlsx.js';
