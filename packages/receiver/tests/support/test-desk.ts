/** The desk of a practice with two people who work there. */
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { type LogEntry, parseProgram, type ReceiverOptions } from '@havenkit/receiver';
import { toXlsx } from '@havenkit/receiver/node';
import { DeskBrowser, type DeskPage, namesUnder, password } from './desk.ts';
import { send } from './http.ts';
import { startReceiver, type TestReceiver } from './receiver.ts';
import { submission } from './submission.ts';

export const program = parseProgram({
  '@type': 'Course',
  name: 'Eight evenings',
  provider: { '@type': 'Organization', name: 'Riverbend' },
  hasCourseInstance: [
    { '@id': '#tue', name: { en: 'Tuesdays', es: 'Martes' }, startDate: '2027-02-16', maximumAttendeeCapacity: 2 },
    { '@id': '#sat', name: 'Saturdays', maximumAttendeeCapacity: 10, remainingAttendeeCapacity: 3 },
  ],
});

/** What a message at the top of a page says. */
export const message = ({ document }: DeskPage): string | null | undefined =>
  document.querySelector('[role=status] p')?.textContent;

/** Sets up a desk for a suite, which is empty before each test. */
export class TestDesk {
  receiver!: TestReceiver;
  app!: TestReceiver['app'];
  entries: LogEntry[] = [];
  /** Two people who work there, each signed in. */
  mia!: DeskBrowser;
  noa!: DeskBrowser;
  /** Each test is another client, because attempts to sign in are limited. */
  #clients = 0;

  constructor(create: () => Promise<string>) {
    before(async () => {
      this.receiver = await startReceiver(create);
    });
    after(() => this.receiver.close());
    beforeEach(async () => {
      for (const table of ['signups', 'sessions', 'desk_changes'] as const)
        await this.receiver.database.query.deleteFrom(table).execute();
      this.entries = [];
      this.#clients++;
      this.app = this.with({});
      this.mia = new DeskBrowser(this.app);
      this.noa = new DeskBrowser(this.app);
      await this.mia.signIn();
      await this.noa.signIn();
    });
  }

  /** The receiver with other options, on the same database. */
  with(options: Partial<ReceiverOptions>): TestReceiver['app'] {
    return this.receiver.another({
      program,
      clientAddress: () => `${this.#clients}`,
      desk: { password, workbook: toXlsx },
      log: (entry) => this.entries.push(entry),
      ...options,
    });
  }

  /** Signs somebody up and returns the reference. */
  async signUp(name: string, fields: Record<string, unknown> = {}): Promise<string> {
    const { status, body } = await send(this.app, submission({ session: '#tue', waitingList: true, name, ...fields }));
    assert.equal(status, 201);
    return body.reference ?? '';
  }

  async signUpAll(...names: string[]): Promise<void> {
    for (const name of names) await this.signUp(name);
  }

  /** Presses a link of a person's page, and then the button with the same name on the page that asks. */
  async ask(browser: DeskBrowser, name: string, label: string): Promise<DeskPage> {
    return browser.press(await browser.follow(await browser.follow(await browser.open(), name), label), label);
  }

  /** The names on the page, by list. */
  async lists(): Promise<Record<'spots' | 'waiting' | 'canceled', string[]>> {
    const page = await this.mia.open();
    return {
      spots: namesUnder(page, 'People with a spot'),
      waiting: namesUnder(page, 'Waiting list'),
      canceled: namesUnder(page, 'Canceled'),
    };
  }

  /** How many places are taken and how many people are waiting, as the database counts them. */
  async counts(): Promise<[taken: number, waiting: number]> {
    const { taken, waiting } = await this.receiver.database.query
      .selectFrom('sessions')
      .select(['taken', 'waiting'])
      .where('session', '=', '#tue')
      .executeTakeFirstOrThrow();
    return [taken, waiting];
  }
}
