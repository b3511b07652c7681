import { currentTime } from '../../foundation/browser/current-time.js';
import { saveFile } from '../../foundation/browser/save-file.js';
import { fileName } from '../../foundation/formats/file-name.js';
import { calendar } from '../model/calendar.js';
import type { Program, Session } from '../model/program.js';

/** Saves the meetings of a session as a calendar file. */
export function saveCalendar(session: Session, { name }: Program): void {
  const file = new Blob([calendar(session, name, currentTime())], { type: 'text/calendar' });
  saveFile(file, fileName(name, 'program', 'ics'));
}
