/** What people do at the desk, alone and two at once. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newReference } from '@havenkit/receiver';
import { onBothDatabases } from './support/databases.ts';
import { fieldsOf, hasButton } from './support/desk.ts';
import { submission } from './support/submission.ts';
import { message, program, TestDesk } from './support/test-desk.ts';

onBothDatabases('changes at the desk', ({ create }) => {
  const desk = new TestDesk(create);

  it('cancels a spot, which is then for the person who has waited longest', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Ana'), 'Cancel this spot');
    assert.match(asked.text, /Cancel the spot of Ana\?/);
    assert.deepEqual(await desk.counts(), [2, 2]);
    const canceled = await desk.mia.press(asked, 'Cancel this spot');
    assert.equal(message(canceled), 'Ana is no longer taking part.');
    assert.match(canceled.title, /^Ana is no longer taking part\. \| Sign-ups/);
    assert.match(canceled.text, /A spot is free\. Cora has waited longest\./);
    assert.deepEqual(await desk.lists(), { spots: ['Ben'], waiting: ['Cora', 'Dan'], canceled: ['Ana'] });
    assert.deepEqual(await desk.counts(), [1, 2]);
    // Nobody overtakes the waiting list.
    const late = submission({ session: '#tue' });
    assert.equal(
      (
        await desk.receiver.another({ program }).request('/signups', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(late),
        })
      ).status,
      409,
    );

    const moved = await desk.mia.press(canceled, 'Move up Cora');
    assert.equal(message(moved), 'Cora has a spot now.');
    assert.equal(hasButton(moved, 'Move up Dan'), false);
    assert.deepEqual(await desk.lists(), { spots: ['Ben', 'Cora'], waiting: ['Dan'], canceled: ['Ana'] });
    assert.deepEqual(await desk.counts(), [2, 1]);
  });

  it('takes a person off the waiting list, puts her back at its end, and gives a spot again', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Cora'), 'Take off the list');
    await desk.mia.press(asked, 'Take off the list');
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Dan'], canceled: ['Cora'] }, [2, 1]],
    );
    const person = await desk.mia.follow(await desk.mia.open(), 'Cora');
    assert.equal(hasButton(person, 'Give a spot again'), false);
    await desk.mia.press(person, 'Put on the waiting list');
    assert.deepEqual(
      [(await desk.lists()).waiting, await desk.counts()],
      [
        ['Dan', 'Cora'],
        [2, 2],
      ],
    );

    await desk.ask(desk.mia, 'Ben', 'Cancel this spot');
    await desk.mia.press(await desk.mia.follow(await desk.mia.open(), 'Ben'), 'Give a spot again');
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Dan', 'Cora'], canceled: [] }, [2, 2]],
    );
  });

  it('cancels and puts back somebody without a group', async () => {
    await desk.signUp('Eva', { session: undefined });
    await desk.ask(desk.mia, 'Eva', 'Cancel this sign-up');
    const back = await desk.mia.press(await desk.mia.follow(await desk.mia.open(), 'Eva'), 'Put back');
    assert.equal(message(back), 'Eva is taking part again.');
    const undone = await desk.mia.press(await desk.ask(desk.mia, 'Eva', 'Cancel this sign-up'), 'Undo');
    assert.equal(message(undone), 'You took that back. Eva is signed up.');
  });

  it('takes each change back, as long as nothing has happened since', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const cancel = async (name: string, button: string) => desk.ask(desk.mia, name, button);
    const undone = await desk.mia.press(await cancel('Ana', 'Cancel this spot'), 'Undo');
    assert.equal(message(undone), 'You took that back. Ana has a spot.');
    assert.equal(hasButton(undone, 'Undo'), false);
    await desk.mia.press(await cancel('Cora', 'Take off the list'), 'Undo');
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Ana', 'Ben'], waiting: ['Cora', 'Dan'], canceled: [] }, [2, 2]],
    );

    const canceled = await cancel('Ana', 'Cancel this spot');
    const moved = await desk.mia.press(canceled, 'Move up Cora');
    // Her spot is no longer free.
    assert.equal(
      message(await desk.mia.press(canceled, 'Undo')),
      'Nothing was changed for Ana, because no spot is free.',
    );
    await desk.mia.press(moved, 'Undo');
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Ben'], waiting: ['Cora', 'Dan'], canceled: ['Ana'] }, [1, 2]],
    );
    const left = await cancel('Cora', 'Take off the list');
    await desk.noa.press(await desk.noa.follow(await desk.noa.open(), 'Cora'), 'Put on the waiting list');
    assert.match(`${message(await desk.mia.press(left, 'Undo'))}`, /^Nothing was changed\. Someone changed/);
    assert.deepEqual((await desk.lists()).waiting, ['Dan', 'Cora']);
    // The same button once more, from the page before.
    assert.match(`${message(await desk.mia.press(moved, 'Undo'))}`, /^That was done before/);
    assert.deepEqual(await desk.counts(), [1, 2]);
  });

  it('does what a form asks once, however often it is sent', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const asked = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Ana'), 'Cancel this spot');
    const pages = await Promise.all(Array.from({ length: 5 }, () => desk.mia.press(asked, 'Cancel this spot')));
    assert.deepEqual(new Set(pages.map(message)), new Set(['Ana is no longer taking part.']));
    assert.deepEqual(await desk.counts(), [1, 2]);
    // Back to the page before, and again, after somebody has given the spot back.
    await desk.noa.press(await desk.noa.follow(await desk.noa.open(), 'Ana'), 'Give a spot again');
    const late = await desk.mia.press(asked, 'Cancel this spot');
    assert.equal(message(late), 'That was done before, and then changed again. Now Ana has a spot.');
    assert.equal(hasButton(late, 'Undo'), false);
    assert.deepEqual(
      [(await desk.lists()).spots, await desk.counts()],
      [
        ['Ana', 'Ben'],
        [2, 2],
      ],
    );
  });

  it('moves one person up when two people press at once, and tells both', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    for (const name of ['Ana', 'Ben']) await desk.ask(desk.mia, name, 'Cancel this spot');
    const [first, second] = [await desk.mia.open(), await desk.noa.open()];
    const messages = await Promise.all([desk.mia.press(first, 'Move up Cora'), desk.noa.press(second, 'Move up Cora')]);
    assert.deepEqual(messages.map(message).sort(), [
      'Cora has a spot now.',
      'Nothing was changed. Cora has a spot. Someone else may have just done it.',
    ]);
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Cora'], waiting: ['Dan'], canceled: ['Ana', 'Ben'] }, [1, 1]],
    );
  });

  it('changes nothing after somebody else was quicker, and gives the reason', async () => {
    await desk.signUpAll('Ana', 'Ben', 'Cora', 'Dan');
    const old = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Cora'), 'Take off the list');
    const cancelAna = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Ana'), 'Cancel this spot');
    const deleteAna = await desk.noa.follow(await desk.noa.follow(await desk.noa.open(), 'Ana'), 'Delete this person');
    const canceled = await desk.ask(desk.noa, 'Ben', 'Cancel this spot');
    await desk.noa.press(canceled, 'Move up Cora');
    // She has a spot now: what was meant for the waiting list does not take it away.
    assert.match(
      `${message(await desk.mia.press(old, 'Take off the list'))}`,
      /^Nothing was changed\. Someone changed .* Cora/,
    );
    assert.equal(message(await desk.noa.press(deleteAna, 'Delete now')), 'The person was deleted.');
    assert.equal(
      message(await desk.mia.press(cancelAna, 'Cancel this spot')),
      'Nothing was changed, because this sign-up was deleted.',
    );
    assert.equal(
      message(
        await desk.mia.press(deleteAna, 'Delete now', { token: fieldsOf(old, 'Take off the list').get('token') ?? '' }),
      ),
      'The person was deleted.',
    );
    assert.deepEqual(
      [await desk.lists(), await desk.counts()],
      [{ spots: ['Cora'], waiting: ['Dan'], canceled: ['Ben'] }, [1, 1]],
    );
  });

  it('deletes a person, and other sign-ups only if somebody checks them', async () => {
    const [first, second] = [await desk.signUp('Ana Lee'), await desk.signUp('Ana L.', { session: '#sat' })];
    await desk.signUp('Ben', { telephone: '+1 919 555 0100', email: 'ben@mail.example' });
    const asked = await desk.mia.open(`/desk/delete?reference=${first}`);
    assert.ok(asked.text.includes(`Ana L., Saturdays, ${second}`));
    assert.ok(!asked.text.includes('Ben'));
    assert.equal(fieldsOf(asked, 'Delete now').has('also'), false);
    const deleted = await desk.mia.press(asked, 'Delete now', { also: second });
    assert.equal(message(deleted), 'The person was deleted.');
    assert.deepEqual((await desk.lists()).spots, ['Ben']);
    const stored = JSON.stringify(await desk.receiver.database.query.selectFrom('desk_changes').selectAll().execute());
    assert.ok(!stored.includes(first) && !stored.includes(second));
    assert.equal((await desk.mia.open(`/desk/person?reference=${first}`)).status, 404);
  });

  it('does not confirm a canceled sign-up to a person who sends the same answers again', async () => {
    const body = submission({ session: '#tue', name: 'Ana' });
    const send = async () =>
      desk.app.request('/signups', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    assert.equal((await send()).status, 201);
    await desk.ask(desk.mia, 'Ana', 'Cancel this spot');
    const again = await send();
    assert.deepEqual([again.status, await again.json()], [422, { code: 'mismatch' }]);
  });

  it('refuses forms that somebody has edited', async () => {
    await desk.signUp('Ana');
    const page = await desk.mia.follow(await desk.mia.follow(await desk.mia.open(), 'Ana'), 'Cancel this spot');
    for (const [name, value] of [
      ['id', 'x'],
      ['id', '\u0000'.repeat(64)],
      ['version', '-1'],
      ['version', '1e99'],
      ['reference', "' or 1=1"],
    ] as const)
      assert.equal((await desk.mia.press(page, 'Cancel this spot', { [name]: value })).status, 400, name);
    assert.match(
      (await desk.mia.press(page, 'Cancel this spot', { reference: newReference() })).text,
      /this sign-up was deleted/,
    );
    assert.deepEqual(await desk.counts(), [1, 0]);
  });
});
