import { expect, fixture, html } from '@open-wc/testing';
import { focused, until } from '../../../test-support/index.js';
import '../../circle-diagram/define.js';
import '../../locales/es.js';
import type { ReflectionPrompt } from '../reflection-prompt.js';
import {
  asksBeforeLeaving,
  deleteDatabase,
  openPrompt,
  ReflectionPromptPage,
  written,
} from './reflection-prompt.page.js';

describe('the reflection prompt', () => {
  beforeEach(deleteDatabase);

  describe('prompts', () => {
    it('follow one another, each with a text of its own', async () => {
      const page = await openPrompt(
        {},
        {
          prompts: [
            { id: 'a', text: 'One?' },
            { id: 'b', text: 'Two?' },
          ],
        },
      );
      const actions = page.recordActions();
      await page.write('to the first');
      await page.next();
      expect([page.question, page.element.prompt, page.textArea.value]).to.deep.equal(['Two?', 'b', '']);
      await page.write('to the second');
      await page.next();
      expect([page.question, page.textArea.value]).to.deep.equal(['One?', 'to the first']);
      expect(actions).to.deep.equal([]);
    });

    it('are skipped with one press, unless something is written', async () => {
      const page = await openPrompt({}, { prompts: ['One?', 'Two?'].map((text) => ({ id: text, text })) });
      const actions = page.recordActions();
      await page.press('Skip this question');
      expect([page.question, focused()]).to.deep.equal(['Two?', page.textArea]);
      await until(() => page.status === 'That’s fine. You do not have to answer.');
      expect(actions).to.deep.equal(['skipped']);
      await page.write('a word');
      expect([page.status, page.has('Skip this question')]).to.deep.equal(['', false]);
      await page.write('');
      expect(page.has('Skip this question')).to.equal(true);
    });

    it('are the same all day, and change on the next', async () => {
      const at = async (now: string): Promise<string> => (await openPrompt({ choice: 'day', now })).question;
      const morning = await at('2027-03-01T06:00:00');
      expect(await at('2027-03-01T23:00:00')).to.equal(morning);
      expect(await at('2027-03-02T06:00:00')).not.to.equal(morning);
    });

    it('keep a cleared answer until the person moves on', async () => {
      const page = await openPrompt();
      await page.write(written);
      await page.press('Done');
      expect(page.text).to.contain('One small thing to try');
      await page.press('Clear what I wrote');
      expect(page.text).not.to.contain(written);
      expect(asksBeforeLeaving()).to.equal(false);
      await page.press('Undo');
      expect(asksBeforeLeaving()).to.equal(true);
      expect(page.textArea.value).to.equal(written);
      await page.press('Done', 'Clear what I wrote', 'Another question');
      await page.next(23);
      expect(page.textArea.value).to.equal('');
    });

    for (const first of ['circle', 'prompt'])
      it(`follow the stop of a circle, with the ${first} inserted first`, async () => {
        const both = [
          () => fixture(html`<haven-circle-diagram id="road" step="rest"></haven-circle-diagram>`),
          () =>
            fixture<ReflectionPrompt>(
              html`<haven-reflection-prompt choice="order" for="road"></haven-reflection-prompt>`,
            ),
        ];
        const [createFirst, createSecond] = first === 'circle' ? both : both.reverse();
        const made = [await createFirst!(), await createSecond!()];
        const prompt = made.find((each) => each.localName === 'haven-reflection-prompt') as ReflectionPrompt;
        const page = new ReflectionPromptPage(prompt);
        const circle = made.find((each) => each !== prompt)!;
        await until(() => page.question.includes('calm with you'));
        circle.setAttribute('step', 'joy');
        await until(() => page.question.includes('light up'));
        // While a person writes, the text stays, and the next prompt is for the new stop.
        await page.write(written);
        circle.setAttribute('step', 'shelter');
        await until(() => page.status !== '');
        expect([page.question.includes('light up'), page.textArea.value]).to.deep.equal([true, written]);
        await page.next();
        expect(page.question).to.contain('scares your child');
        circle.remove();
        await page.next(3);
        expect(page.question).not.to.match(/scares|Where does|When you are afraid/);
      });
  });

  describe('prompts that change', () => {
    const prompt = (id: string) => ({ id, text: `${id.toUpperCase()}?`, hint: `About ${id}.` });
    const [a, b, c] = [prompt('a'), prompt('b'), prompt('c')] as const;

    it('follow the language and the configuration, except while one is being answered', async () => {
      const page = await openPrompt({}, { prompts: [a] });
      expect(page.textArea.getAttribute('aria-describedby')).to.contain(page.all('.hint')[0]?.id);
      page.element.config = { prompts: [{ ...a, text: 'Another A?', hint: 'Another hint.' }] };
      await until(() => page.question === 'Another A?' && page.text.includes('Another hint.'));
      page.element.config = null;
      await until(() => page.question.startsWith('When'));
      page.element.lang = 'es';
      await until(() => page.question.startsWith('¿Cuándo'));
      await page.write('una palabra');
      page.element.lang = 'en';
      await until(() => page.has('Done'));
      expect([page.question.slice(0, 7), page.textArea.value]).to.deep.equal(['¿Cuándo', 'una palabra']);
    });

    it('keep their answers when they are removed, and are not reported', async () => {
      const page = await openPrompt({}, { prompts: [a, b] });
      const errors: unknown[] = [];
      page.element.addEventListener('haven-error', ({ detail }) => errors.push(detail));
      await page.write(written);
      page.element.config = { prompts: [b, c] };
      await page.element.updateComplete;
      expect([page.question, page.textArea.value]).to.deep.equal(['A?', written]);
      await page.next(3);
      expect([page.question, page.textArea.value]).to.deep.equal(['A?', written]);
      await page.press('Done', 'Clear what I wrote', 'Another question');
      await page.next(2);
      expect(page.question).to.equal('B?');
      page.element.config = { prompts: [c] };
      await until(() => page.question === 'C?');
      expect(errors).to.deep.equal([]);
    });

    it('follow a circle in the same shadow root, which may be inserted later', async () => {
      const host = await fixture(html`<div></div>`);
      const root = host.attachShadow({ mode: 'closed' });
      const page = new ReflectionPromptPage(document.createElement('haven-reflection-prompt'));
      page.element.setAttribute('for', 'road');
      root.append(page.element);
      await page.element.updateComplete;
      const circle = document.createElement('haven-circle-diagram');
      Object.assign(circle, { id: 'road' }).setAttribute('step', 'rest');
      page.element.setAttribute('choice', 'order');
      root.append(circle);
      await until(() => page.question.includes('calm with you'));
      circle.setAttribute('step', 'joy');
      await until(() => page.question.includes('light up'));
    });
  });
});
