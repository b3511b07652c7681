import { expect } from '@open-wc/testing';
import {
  applyCss,
  atEnd,
  atWidth,
  expectAccessible,
  findOverflow,
  hostileCss,
  painted,
  rightToLeft,
  textSpacing,
} from '../../../test-support/index.js';
import '../../locales/es.js';
import { fakeEndpoint, json } from './fake-endpoint.js';
import { dated, SignupFormPage, textOf } from './signup-form.page.js';

describe('sign-up form: accessibility', () => {
  it('passes axe: empty, with errors and confirmed, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.colorScheme = scheme;
      atEnd(() => document.documentElement.style.removeProperty('color-scheme'));
      const form = await SignupFormPage.open(dated, { ask: 'child-age-band message' });
      await expectAccessible(form.element);
      await form.send();
      await expectAccessible(form.element);
      fakeEndpoint(json(201, { reference: 'R' }));
      await form.answerAll();
      await form.send();
      await form.reaches('confirmed');
      await expectAccessible(form.element);
    }
  });

  it('fits from 256 pixels on, in both directions, with text spacing and hostile CSS', async () => {
    const form = await SignupFormPage.open(dated, { ask: 'child-age-band message' });
    await form.send();
    for (const width of [256, 320, 480, 720, 1100]) {
      await atWidth(form.element, width);
      expect(findOverflow(form.element), `${width}`).to.deep.equal([]);
    }
    await rightToLeft();
    await textSpacing(form.element);
    for (const width of [256, 320, 1100]) {
      await atWidth(form.element, width);
      expect(findOverflow(form.element), `rtl ${width}`).to.deep.equal([]);
    }
    await applyCss(hostileCss);
    await painted();
    expect(findOverflow(form.element)).to.deep.equal([]);
    expect(getComputedStyle(form.field('name')).display).to.equal('block');
  });

  it('has targets of 44 pixels', async () => {
    const form = await SignupFormPage.open(dated);
    await atWidth(form.element, 320);
    for (const target of form.all('button, summary, #name, label:has([type=radio])'))
      expect(target.offsetHeight, textOf(target)).to.be.at.least(44);
  });

  it('is translated completely', async () => {
    const form = await SignupFormPage.open(dated, { lang: 'es', ask: 'child-age-band message' });
    await form.send('Inscribirse');
    expect(form.text).not.to.match(/\b(Your|Choose|Enter|Send|How|Which|places|meetings|optional|sent)\b/);
  });
});
