/** What people do at the desk, alone and two at once. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { type LogEntry, newReference, parseProgram, type ReceiverOptions } from '@havenkit/receiver';
import { toXlsx } from '@havenkit/receiver/node';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, type DeskPage, fieldsOf, hasButton, namesUnder, password } from './support/desk.ts';
import { startReceiver, type TestReceiver } from './support/receiver.ts';
import { submission, typed } from './support/submission.ts';

const program = parseProgram({
  '@type': 'Course',
  name: 'Eight evenings',
  provider: { '@type': 'Organization', name: 'Riverbend' },
  hasCourseInstance: [
    { '@id': '#tue', name: { en: 'Tuesdays', es: 'Martes' }, startDate: '2027-02-16', maximumAttendeeCapacity: 2 },
    { '@id': '#sat', name: 'Saturdays', maximumAttendeeCapacity: 10, remainingAttendeeCapacity: 3 },
  ],
});

onBothDatabases('the desk', ({ create }) => {
  let receiver: TestReceiver;
  let app: TestReceiver['app'];
  let entries: LogEntry[];
  /** Each test is another client, because attempts to sign in are limited. */
  let clients = 0;
  /** Two people who work there. */
  let mia: DeskBrowser;
  let noa: DeskBrowser;

  const withDesk = (options: Partial<ReceiverOptions> = {}) =>
    receiver.another({
      program,
      clientAddress: () => `${clients}`,
      desk: { password, workbook: toXlsx },
      log: (entry) => entries.push(entry),
      ...options,
    });
  before(async () => {
    receiver = await startReceiver(create);
  });
  after(() => receiver.close());
  beforeEach(async () => {
    for (const table of ['signups', 'sessions', 'desk_changes'] as const)
      await receiver.database.query.deleteFrom(table).execute();
    entries = [];
    clients++;
    app = withDesk({ now: () => new Date() });
    [mia, noa] = [new DeskBrowser(app), new DeskBrowser(app)];
    await mia.signIn();
    await noa.signIn();
  });

  const signUp = async (name: string, fields: Record<string, unknown> = {}): Promise<string> => {
    const body = submission({ session: '#tue', waitingList: true, name, ...fields });
    const response = await app.request('/signups', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.equal(response.status, 201, await response.clone().text());
    return ((await response.json()) as { reference: string }).reference;
  };
  const signUpAll = async (...names: string[]) => {
    for (const name of names) await signUp(name);
  };
  const message = ({ document }: DeskPage) => document.querySelector('[role=status] p')?.textContent;
  const lists = async () => {
    const page = await mia.open();
    return {
      spots: namesUnder(page, 'People with a spot'),
      waiting: namesUnder(page, 'Waiting list'),
      canceled: namesUnder(page, 'Canceled'),
    };
  };
  const counts = async () => {
    const row = await receiver.database.query
      .selectFrom('sessions')
      .select(['taken', 'waiting'])
      .where('session', '=', '#tue')
      .executeTakeFirstOrThrow();
    return [row.taken, row.waiting];
  };

  it('lists sign-ups by group, with spots, the waiting list in order, and how to reach each person', async () => {
    assert.match((await mia.open()).text, /No sign-ups yet\./);
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const reference = await signUp('Eva', { session: undefined, telephone: undefined, email: 'eva?cc=x@mail.example' });
    const page = await mia.open();
    assert.deepEqual(await lists(), { spots: ['Ana', 'Ben'], waiting: ['Cora', 'Dan'], canceled: [] });
    assert.deepEqual(namesUnder(page, 'No group chosen'), ['Eva']);
    assert.match(page.text, /Tuesdays Starts February 16, 2027 Full: 2 of 2 spots taken/);
    assert.match(page.text, /Saturdays 0 of 3 spots taken, 3 spots free The group has 7 spots more\./);
    assert.ok(page.text.includes(reference));
    const links = [...page.document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    assert.ok(links.includes('tel:+15035550142'));
    assert.ok(links.includes('mailto:eva%3Fcc%3Dx@mail.example'));
    assert.equal(page.title, 'Sign-ups | Riverbend');

    const person = await mia.follow(page, 'Cora');
    for (const words of ['On the waiting list, number 1', typed.times, typed.message, 'No, do not leave a message'])
      assert.ok(person.text.includes(words), words);
    assert.match((await new DeskBrowser(app, { 'Accept-Language': 'es-US' }).open()).text, /Contraseña/);
  });

  it('shows nothing that somebody typed as markup', async () => {
    const name = '<img src=x onerror=alert(1)> "\'&amp; ${1}';
    const reference = await signUp(name, { message: '</dd><script>alert(1)</script>', times: '"><b>' });
    await signUp(name, { session: '#sat', email: '"><script>@mail.example' });
    for (const path of ['', '/person', '/cancel', '/delete']) {
      const page = await mia.open(`/desk${path}?reference=${reference}`);
      assert.equal(page.status, 200);
      assert.equal(page.document.querySelectorAll('img, script, b, [onerror]').length, 0, path);
      assert.ok(page.text.includes(name), path);
    }
  });

  it('cancels a spot, which is then for the person who has waited longest', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot');
    assert.match(asked.text, /Cancel the spot of Ana\?/);
    assert.deepEqual(await counts(), [2, 2]);
    const canceled = await mia.press(asked, 'Cancel this spot');
    assert.equal(message(canceled), 'Ana is no longer taking part.');
    assert.match(canceled.title, /^Ana is no longer taking part\. \| Sign-ups/);
    assert.match(canceled.text, /A spot is free\. Cora has waited longest\./);
    assert.deepEqual(await lists(), { spots: ['Ben'], waiting: ['Cora', 'Dan'], canceled: ['Ana'] });
    assert.deepEqual(await counts(), [1, 2]);
    // Nobody overtakes the waiting list.
    const late = submission({ session: '#tue' });
    assert.equal(
      (
        await receiver.another({ program }).request('/signups', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(late),
        })
      ).status,
      409,
    );

    const moved = await mia.press(canceled, 'Move up Cora');
    assert.equal(message(moved), 'Cora has a spot now.');
    assert.equal(hasButton(moved, 'Move up Dan'), false);
    assert.deepEqual(await lists(), { spots: ['Ben', 'Cora'], waiting: ['Dan'], canceled: ['Ana'] });
    assert.deepEqual(await counts(), [2, 1]);
  });

  it('takes a person off the waiting list, puts her back at its end, and gives a spot again', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await mia.follow(await mia.follow(await mia.open(), 'Cora'), 'Take off the list');
    await mia.press(asked, 'Take off the list');
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Dan'], canceled: ['Cora'] }, [2, 1]],
    );
    const person = await mia.follow(await mia.open(), 'Cora');
    assert.equal(hasButton(person, 'Give a spot again'), false);
    await mia.press(person, 'Put on the waiting list');
    assert.deepEqual(
      [(await lists()).waiting, await counts()],
      [
        ['Dan', 'Cora'],
        [2, 2],
      ],
    );

    await mia.press(
      await mia.follow(await mia.follow(await mia.open(), 'Ben'), 'Cancel this spot'),
      'Cancel this spot',
    );
    await mia.press(await mia.follow(await mia.open(), 'Ben'), 'Give a spot again');
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Dan', 'Cora'], canceled: [] }, [2, 2]],
    );
  });

  it('takes each change back, as long as nothing has happened since', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const cancel = async (name: string, button: string) =>
      mia.press(await mia.follow(await mia.follow(await mia.open(), name), button), button);
    const undone = await mia.press(await cancel('Ana', 'Cancel this spot'), 'Undo');
    assert.equal(message(undone), 'You took that back. Ana has a spot.');
    assert.equal(hasButton(undone, 'Undo'), false);
    await mia.press(await cancel('Cora', 'Take off the list'), 'Undo');
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Cora', 'Dan'], canceled: [] }, [2, 2]],
    );

    const canceled = await cancel('Ana', 'Cancel this spot');
    const moved = await mia.press(canceled, 'Move up Cora');
    // Her spot is no longer free.
    assert.equal(message(await mia.press(canceled, 'Undo')), 'Nothing was changed for Ana, because no spot is free.');
    await mia.press(moved, 'Undo');
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Ben'], waiting: ['Cora', 'Dan'], canceled: ['Ana'] }, [1, 2]],
    );
    const left = await cancel('Cora', 'Take off the list');
    await noa.press(await noa.follow(await noa.open(), 'Cora'), 'Put on the waiting list');
    assert.match(`${message(await mia.press(left, 'Undo'))}`, /^Nothing was changed\. Someone changed/);
    assert.deepEqual((await lists()).waiting, ['Dan', 'Cora']);
    // The same button once more, from the page before.
    assert.match(`${message(await mia.press(moved, 'Undo'))}`, /^That was done before/);
    assert.deepEqual(await counts(), [1, 2]);
  });

  it('does what a form asks once, however often it is sent', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot');
    const pages = await Promise.all(Array.from({ length: 5 }, () => mia.press(asked, 'Cancel this spot')));
    assert.deepEqual(new Set(pages.map(message)), new Set(['Ana is no longer taking part.']));
    assert.deepEqual(await counts(), [1, 2]);
    // Back to the page before, and again, after somebody has given the spot back.
    await noa.press(await noa.follow(await noa.open(), 'Ana'), 'Give a spot again');
    const late = await mia.press(asked, 'Cancel this spot');
    assert.equal(message(late), 'That was done before, and then changed again. Now Ana has a spot.');
    assert.equal(hasButton(late, 'Undo'), false);
    assert.deepEqual(
      [(await lists()).spots, await counts()],
      [
        ['Ana', 'Ben'],
        [2, 2],
      ],
    );
  });

  it('moves one person up when two people press at once, and tells both', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    for (const name of ['Ana', 'Ben'])
      await mia.press(
        await mia.follow(await mia.follow(await mia.open(), name), 'Cancel this spot'),
        'Cancel this spot',
      );
    const [first, second] = [await mia.open(), await noa.open()];
    const messages = await Promise.all([mia.press(first, 'Move up Cora'), noa.press(second, 'Move up Cora')]);
    assert.deepEqual(messages.map(message).sort(), [
      'Cora has a spot now.',
      'Nothing was changed. Cora has a spot. Someone else may have just done it.',
    ]);
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Cora'], waiting: ['Dan'], canceled: ['Ana', 'Ben'] }, [1, 1]],
    );
  });

  it('changes nothing after somebody else was quicker, and gives the reason', async () => {
    await signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const old = await mia.follow(await mia.follow(await mia.open(), 'Cora'), 'Take off the list');
    const cancelAna = await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot');
    const deleteAna = await noa.follow(await noa.follow(await noa.open(), 'Ana'), 'Delete this person');
    const canceled = await noa.press(
      await noa.follow(await noa.follow(await noa.open(), 'Ben'), 'Cancel this spot'),
      'Cancel this spot',
    );
    await noa.press(canceled, 'Move up Cora');
    // She has a spot now: what was meant for the waiting list does not take it away.
    assert.match(
      `${message(await mia.press(old, 'Take off the list'))}`,
      /^Nothing was changed\. Someone changed .* Cora/,
    );
    assert.equal(message(await noa.press(deleteAna, 'Delete now')), 'The person was deleted.');
    assert.equal(
      message(await mia.press(cancelAna, 'Cancel this spot')),
      'Nothing was changed, because this sign-up was deleted.',
    );
    assert.equal(
      message(
        await mia.press(deleteAna, 'Delete now', { token: fieldsOf(old, 'Take off the list').get('token') ?? '' }),
      ),
      'The person was deleted.',
    );
    assert.deepEqual(
      [await lists(), await counts()],
      [{ spots: ['Cora'], waiting: ['Dan'], canceled: ['Ben'] }, [1, 1]],
    );
  });

  it('deletes a person, and other sign-ups only if somebody checks them', async () => {
    const [first, second] = [await signUp('Ana Lee'), await signUp('Ana L.', { session: '#sat' })];
    await signUp('Ben', { telephone: '+1 919 555 0100', email: 'ben@mail.example' });
    const asked = await mia.open(`/desk/delete?reference=${first}`);
    assert.ok(asked.text.includes(`Ana L., Saturdays, ${second}`));
    assert.ok(!asked.text.includes('Ben'));
    assert.equal(fieldsOf(asked, 'Delete now').has('also'), false);
    const deleted = await mia.press(asked, 'Delete now', { also: second });
    assert.equal(message(deleted), 'The person was deleted.');
    assert.deepEqual((await lists()).spots, ['Ben']);
    const stored = JSON.stringify(await receiver.database.query.selectFrom('desk_changes').selectAll().execute());
    assert.ok(!stored.includes(first) && !stored.includes(second));
    assert.equal((await mia.open(`/desk/person?reference=${first}`)).status, 404);
  });

  it('does not confirm a canceled sign-up to a person who sends the same answers again', async () => {
    const body = submission({ session: '#tue', name: 'Ana' });
    const send = async () =>
      app.request('/signups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    assert.equal((await send()).status, 201);
    await mia.press(
      await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot'),
      'Cancel this spot',
    );
    const again = await send();
    assert.deepEqual([again.status, await again.json()], [422, { code: 'mismatch' }]);
  });

  it('exports every sign-up as a table and as a workbook, under a neutral name', async () => {
    await signUp('=HYPERLINK("x")');
    const page = await mia.open();
    const download = (button: string) =>
      mia.request('/desk/export', {
        method: 'POST',
        body: fieldsOf(page, button),
        headers: { 'Sec-Fetch-Site': 'same-origin' },
      });
    const csv = await download('Download a table (.csv)');
    assert.match(
      csv.headers.get('Content-Disposition') ?? '',
      /^attachment; filename="sign-ups-\d{4}-\d\d-\d\d\.csv"$/,
    );
    assert.equal(csv.headers.get('Cache-Control'), 'no-store');
    assert.ok((await csv.text()).includes(`"'=HYPERLINK(""x"")"`));
    const xlsx = await download('Download a workbook (.xlsx)');
    assert.match(xlsx.headers.get('Content-Disposition') ?? '', /\.xlsx"$/);
    assert.equal(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2)), 'PK');
    const plain = new DeskBrowser(withDesk({ desk: { password } }));
    assert.equal(hasButton(await plain.signIn(), 'Download a workbook (.xlsx)'), false);
  });

  it('gives nobody a spot in a group that has left the program', async () => {
    await signUpAll('Ana', 'Ben', 'Cora');
    const other = new DeskBrowser(withDesk({ program: parseProgram({ '@type': 'Course' }) }));
    const page = await other.press(
      await other.follow(await other.follow(await other.signIn(), 'Ana'), 'Cancel this spot'),
      'Cancel this spot',
    );
    assert.match(page.text, /This group is no longer in the program, so nobody can get a spot\./);
    assert.equal(hasButton(page, 'Move up Cora'), false);
    assert.equal(hasButton(await other.follow(page, 'Ana'), 'Give a spot again'), false);
    // Without a program every group has room.
    const open = new DeskBrowser(withDesk({ program: undefined }));
    assert.equal(hasButton(await open.signIn(), 'Move up Cora'), true);
  });

  it('refuses forms that somebody has edited', async () => {
    await signUp('Ana');
    const page = await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot');
    for (const [name, value] of [
      ['id', 'x'],
      ['id', '\u0000'.repeat(64)],
      ['version', '-1'],
      ['version', '1e99'],
      ['reference', "' or 1=1"],
    ] as const)
      assert.equal((await mia.press(page, 'Cancel this spot', { [name]: value })).status, 400, name);
    assert.match(
      (await mia.press(page, 'Cancel this spot', { reference: newReference() })).text,
      /this sign-up was deleted/,
    );
    assert.deepEqual(await counts(), [1, 0]);
  });

  it('logs every action without personal data', async () => {
    const reference = await signUp('Ana');
    const asked = await mia.follow(await mia.follow(await mia.open(), 'Ana'), 'Cancel this spot');
    await mia.press(asked, 'Cancel this spot');
    await mia.press(await mia.open(`/desk/delete?reference=${reference}`), 'Delete now');
    await mia.press(await mia.open(), 'Sign out');
    const actions = entries.filter(({ method, path }) => method === 'POST' && path?.startsWith('/desk/'));
    assert.deepEqual(
      actions.map(({ path, outcome, session, count }) => [path, outcome, session, count]),
      [
        ['/desk/sign-in', 'signed-in', undefined, undefined],
        ['/desk/sign-in', 'signed-in', undefined, undefined],
        ['/desk/cancel', 'done', '#tue', undefined],
        ['/desk/delete', 'done', undefined, 1],
        ['/desk/sign-out', 'signed-out', undefined, undefined],
      ],
    );
    assert.match(actions[2]?.signup ?? '', /^[0-9a-f]{16}$/);
    assert.equal(actions[2]?.signup, actions[3]?.signup);
    const log = JSON.stringify(entries);
    for (const text of ['Ana', reference, password, mia.cookie ?? 'desk=', ...Object.values(typed)])
      assert.ok(!log.includes(text), text);
  });
});
