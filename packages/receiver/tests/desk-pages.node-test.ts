/** What the desk shows, exports and logs. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newReference, parseProgram } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { DeskBrowser, fieldsOf, hasButton, namesUnder, password } from './support/desk.ts';
import { typed } from './support/submission.ts';
import { message, TestDesk } from './support/test-desk.ts';

onBothDatabases('the desk', ({ create }) => {
  const desk = new TestDesk(create);

  it('lists sign-ups by group, with spots, the waiting list in order, and how to reach each person', async () => {
    assert.match((await desk.mia.open()).text, /No sign-ups yet\./);
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const reference = await desk.signUp('Eva', {
      session: undefined,
      telephone: undefined,
      email: 'eva?cc=x@mail.example',
    });
    const page = await desk.mia.open();
    assert.deepEqual(await desk.lists(), { spots: ['Ana', 'Ben'], waiting: ['Cora', 'Dan'], canceled: [] });
    assert.deepEqual(namesUnder(page, 'No group chosen'), ['Eva']);
    assert.match(page.text, /Tuesdays Starts February 16, 2027 Full: 2 of 2 spots taken/);
    assert.match(page.text, /Saturdays 0 of 3 spots taken, 3 spots free The group has 7 spots more\./);
    assert.ok(page.text.includes(reference));
    assert.ok(page.text.includes(`M · ${reference}`), 'a separator');
    const links = [...page.document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    assert.ok(links.includes('tel:+15035550142'));
    assert.ok(links.includes('mailto:eva%3Fcc%3Dx@mail.example'));
    assert.equal(page.title, 'Sign-ups | Riverbend');

    const person = await desk.mia.follow(page, 'Cora');
    for (const words of ['On the waiting list, number 1', typed.times, typed.message, 'No, do not leave a message'])
      assert.ok(person.text.includes(words), words);
    for (const words of ['Language of the form English (United States)', 'I agree', '(version '])
      assert.ok(person.text.includes(words), words);
  });

  it('speaks Spanish, and offers no call to a text that is not one number', async () => {
    await desk.signUpAll('Ana', 'Ben');
    await desk.signUp('Fay', { session: undefined, telephone: 'ask for Fay, 503 555 0111 or 0112' });
    const page = await desk.mia.open();
    assert.ok(page.text.includes('Phone: ask for Fay, 503 555 0111 or 0112'));
    const spanish = new DeskBrowser(desk.app, { 'Accept-Language': 'es-US' });
    const door = await spanish.open();
    assert.match(door.text, /^Riverbend Entrar .* Contraseña/);
    const list = await spanish.press(door, 'Entrar', { password });
    for (const words of ['Lleno: 2 de 2 lugares ocupados', '7 lugares ocupados más', 'Teléfono: ask for Fay'])
      assert.ok(list.text.includes(words), words);
    assert.match((await spanish.follow(list, 'Ana')).text, /Idioma del formulario inglés \(Estados Unidos\)/);
  });

  it('shows nothing that somebody typed as markup', async () => {
    const name = '<img src=x onerror=alert(1)> "\'&amp; ${1}';
    const reference = await desk.signUp(name, { message: '</dd><script>alert(1)</script>', times: '"><b>' });
    await desk.signUp(name, { session: '#sat', email: '"><script>@mail.example' });
    for (const path of ['', '/person', '/cancel', '/delete']) {
      const page = await desk.mia.open(`/desk${path}?reference=${reference}`);
      assert.equal(page.status, 200);
      assert.equal(page.document.querySelectorAll('img, script, b, [onerror]').length, 0, path);
      assert.ok(page.text.includes(name), path);
    }
  });

  it('lets no name cover the lines around it, and leaves the marks of every script', async () => {
    const pile = '\u0335\u0353\u0310'.repeat(20);
    await desk.signUp(`Z${pile}oe`, { telephone: `503 555 0142${pile.slice(0, 12)}` });
    const names = ['Nguy\u1ec5n', '\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd', '\u0915\u094d\u0937\u093f\u0924\u093f'];
    for (const name of names) await desk.signUp(name.normalize('NFC'));
    const page = await desk.mia.open();
    assert.doesNotMatch(page.text, /\p{M}{5}/u);
    assert.match(page.text, /Z\p{M}{4}oe/u);
    for (const name of names) assert.ok(page.text.includes(name.normalize('NFC')), name);
  });

  it('lets no name turn the words around it, and no flood of sign-ups make the page endless', async () => {
    await desk.signUp('\u202eAna\u2066');
    assert.deepEqual((await desk.lists()).spots, ['Ana']);
    const [row] = await desk.receiver.database.query.selectFrom('signups').selectAll().execute();
    assert.ok(row);
    const rows = Array.from({ length: 305 }, (_, index) => ({
      ...row,
      submission_id: `${index}`,
      reference: newReference(),
      name: `N${index}`,
    }));
    for (let start = 0; start < rows.length; start += 50)
      await desk.receiver.database.query
        .insertInto('signups')
        .values(rows.slice(start, start + 50))
        .execute();
    assert.equal((await desk.lists()).spots.length, 300);
    const overview = await desk.mia.open();
    assert.match(overview.text, /And 6 more\. Download the table to see everyone\./);
    // All have the same telephone number. The form still fits into the largest body when each of them is checked.
    const asked = await desk.mia.follow(await desk.mia.follow(overview, 'N0'), 'Delete this person');
    const boxes = [...asked.document.querySelectorAll<HTMLInputElement>('[name=also]')];
    assert.equal(boxes.length, 300);
    assert.match(asked.text, /And 5 more\. Download the table to see everyone\./);
    const fields = fieldsOf(asked, 'Delete now');
    for (const { value } of boxes) fields.append('also', value);
    assert.match(`${message(await desk.mia.send('/desk/delete', fields))}`, /deleted/);
    assert.equal((await desk.lists()).spots.length, 5);
  });

  it('exports every sign-up as a table and as a workbook, under a neutral name', async () => {
    await desk.signUp('=HYPERLINK("x")');
    const page = await desk.mia.open();
    const download = (button: string) =>
      desk.mia.request('/desk/export', {
        method: 'POST',
        body: fieldsOf(page, button),
        headers: { 'Sec-Fetch-Site': 'same-origin' },
      });
    const csv = await download('Download a table for other programs (.csv)');
    assert.match(
      csv.headers.get('Content-Disposition') ?? '',
      /^attachment; filename="sign-ups-\d{4}-\d\d-\d\d\.csv"$/,
    );
    assert.equal(csv.headers.get('Cache-Control'), 'no-store');
    assert.ok((await csv.text()).includes(`"'=HYPERLINK(""x"")"`));
    const xlsx = await download('Download for Excel (.xlsx)');
    assert.match(xlsx.headers.get('Content-Disposition') ?? '', /\.xlsx"$/);
    assert.equal(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2)), 'PK');
    const plain = new DeskBrowser(desk.with({ desk: { password } }));
    assert.equal(hasButton(await plain.signIn(), 'Download for Excel (.xlsx)'), false);
  });

  it('gives nobody a spot in a group that has left the program', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora');
    const other = new DeskBrowser(desk.with({ program: parseProgram({ '@type': 'Course' }) }));
    const page = await other.press(
      await other.follow(await other.follow(await other.signIn(), 'Ana'), 'Cancel this spot'),
      'Cancel this spot',
    );
    assert.match(page.text, /This group is no longer in the program, so nobody can get a spot\./);
    assert.equal(hasButton(page, 'Move up Cora'), false);
    assert.equal(hasButton(await other.follow(page, 'Ana'), 'Give a spot again'), false);
    // Without a program every group has room.
    const open = new DeskBrowser(desk.with({ program: undefined }));
    assert.equal(hasButton(await open.signIn(), 'Move up Cora'), true);
  });

  it('logs every action without personal data', async () => {
    const reference = await desk.signUp('Ana');
    const asked = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Ana'), 'Cancel this spot');
    await desk.mia.press(asked, 'Cancel this spot');
    await desk.mia.press(await desk.mia.open(`/desk/delete?reference=${reference}`), 'Delete now');
    await desk.mia.press(await desk.mia.open(), 'Sign out');
    const actions = desk.entries.filter(({ method, path }) => method === 'POST' && path?.startsWith('/desk/'));
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
    assert.match(actions[2]?.signup ?? '', /^[0-9a-f]{6}$/);
    assert.equal(actions[2]?.signup, actions[3]?.signup);
    const log = JSON.stringify(desk.entries);
    for (const text of ['Ana', reference, password, desk.mia.cookie ?? 'desk=', ...Object.values(typed)])
      assert.ok(!log.includes(text), text);
  });
});
