import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { AnnouncementController } from './announcement-controller.js';

/** A host that records what its status region says at every update. */
function create(): { announcements: AnnouncementController<string>; said: (string | undefined)[] } {
  const said: (string | undefined)[] = [];
  let updating = Promise.resolve(true);
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => void (updating = updating.then(() => !!said.push(announcements.current))),
    get updateComplete() {
      return updating;
    },
  } satisfies ReactiveControllerHost;
  const announcements = new AnnouncementController<string>(host);
  return { announcements, said };
}

describe('an announcement', () => {
  it('is made again when it is the same as the last one', async () => {
    const { announcements, said } = create();
    for (let count = 0; count < 2; count++) await announcements.announce('Copied.');
    await Promise.resolve();
    expect(said).to.deep.equal([undefined, 'Copied.', undefined, 'Copied.']);
  });

  it('does not come back after it was cleared or replaced', async () => {
    const { announcements } = create();
    const first = announcements.announce('first');
    announcements.clear();
    await first;
    expect(announcements.current).to.equal(undefined);
    await Promise.all([announcements.announce('second'), announcements.announce('third')]);
    expect(announcements.current).to.equal('third');
  });
});
