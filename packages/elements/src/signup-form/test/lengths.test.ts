/** What the form sends is never longer than the receiver or an email program accepts. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { runs } from '../../../test-support/index.js';
import { en } from '../locales/en.js';
import { mailLink, submissionText } from '../model/mail.js';
import { makeSubmission } from '../model/make-submission.js';
import { validate } from '../model/validation.js';
import type { Submission } from '../model/submission.js';
import { full, submissions } from './adapter-fixtures.js';
import { course, known, read, weekly } from './program-fixtures.js';

const circumstances = { consent: 'Yes.', locale: 'en', waitingList: false, elapsed: 0 };
const localeOf = (locale: string): string => makeSubmission('id', {}, known(), { ...circumstances, locale }).locale;

describe('lengths', () => {
  it('keep the language, script and region of a long language code', () => {
    expect(localeOf('es-MX')).to.equal('es-MX');
    expect(localeOf('sr-Latn-RS-u-ca-gregory-nu-latn-hc-h23')).to.equal('sr-Latn-RS');
    expect(localeOf('de-1901-u-co-phonebk-kn-true-x-practice')).to.equal('de');
    const extensions = fc.array(fc.stringMatching(/^[a-z\d]{3,8}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom('en', 'es-419', 'zh-Hant-TW', 'ca-ES-valencia'), extensions, (language, more) => {
        const locale = Intl.getCanonicalLocales(`${language}-x-${more.join('-')}`)[0]!;
        const sent = localeOf(locale);
        expect(sent.length).to.be.at.most(35);
        expect(Intl.getCanonicalLocales(sent)).to.deep.equal([sent]);
        expect(new Intl.Locale(sent).language).to.equal(new Intl.Locale(locale).language);
      }),
    );
  });

  it('shorten the name of a program, and never within a character', () => {
    const { program } = makeSubmission('id', {}, known({ ...course, name: '👨‍👩‍👧‍👦'.repeat(60) }), circumstances);
    expect(program).to.equal(`${'👨‍👩‍👧‍👦'.repeat(28)}…`);
  });

  it('count the characters of an answer, as the receiver does', () => {
    const errors = (name: string): object => ({ name: validate({ name }, known()).name });
    expect(errors('😀'.repeat(200))).to.deep.equal({ name: undefined });
    expect(errors('😀'.repeat(201))).to.deep.equal({ name: 'too-long' });
  });

  it('report a setting that the receiver would refuse in every sign-up', () => {
    const { program, reported } = read({
      ...course,
      consentVersion: 'x'.repeat(101),
      hasCourseInstance: [{ ...weekly, '@id': 'x'.repeat(501) }],
    });
    expect(reported).to.have.members([
      'consentVersion: at most 100 characters',
      'hasCourseInstance[0].@id: at most 500 characters',
    ]);
    expect([program!.consentVersion, program!.sessions[0]!.id]).to.deep.equal(['2', 'Tuesday evenings']);
  });
});

describe('the link of an email', () => {
  const byMail = { ...known(), endpoint: 'mailto:a@b.example' };
  const english = { ...en, $lang: 'en', $locale: 'en' };
  const zone = 'America/New_York';
  const bodyOf = (href: string): string => decodeURIComponent(href.split('&body=')[1]!);

  it('has the whole text if it is short, with the message at its end', () => {
    const { href, isWhole } = mailLink(full, byMail, english, zone);
    expect([bodyOf(href), isWhole]).to.deep.equal([submissionText(full, byMail, english, zone), true]);
    expect(bodyOf(href).endsWith('\r\nIs there anything else we should know? Line\r\nline')).to.equal(true);
  });

  it('names the group with its day, its time in its own zone, and its dates', () => {
    const groups = [
      { ...weekly, name: '8 weeks by phone' },
      {
        ...weekly,
        '@id': '#thursday',
        name: '8 weeks by phone',
        startDate: '2027-02-18T18:30:00-08:00',
        endDate: '2027-04-08T20:00:00-07:00',
      },
    ];
    const program = { ...byMail, ...known({ ...course, hasCourseInstance: groups }) };
    const textFor = (session: string): string => submissionText({ ...full, session }, program, english, zone);
    expect(textFor('#tuesday')).to.include(
      'Which group works for you? 8 weeks by phone, Tuesdays, 6:30 to 8:00 PM Pacific time, February 16 to April 6, 2027\r\n',
    );
    expect(textFor('#thursday')).to.include('8 weeks by phone, Thursdays, 6:30 to 8:00 PM Pacific time, February 18');
  });

  it('has at most 2,000 characters, with whole words and emoji, and everything but the end of the message', () => {
    for (const [message, end] of [
      ['We would like evenings. '.repeat(80), /(We|would|like|evenings\.)…$/],
      ['👨‍👩‍👧‍👦'.repeat(200), /should know\? (👨‍👩‍👧‍👦)+…$/],
      ['火曜日の夕方'.repeat(200), /should know\? [火曜日の夕方]+…$/],
    ] as const) {
      const { href, isWhole } = mailLink({ ...full, message }, byMail, english, zone);
      expect(isWhole).to.equal(false);
      expect(href.length).to.be.within(1800, 2000);
      expect(bodyOf(href))
        .to.match(end)
        .and.to.include(`Your name: ${full.name}\r\n`)
        .and.to.include('What you agreed to: I agree.\r\nIs there');
    }
  });

  it('is never longer, and is a start of the text', () => {
    const message = fc.string({ unit: 'grapheme', maxLength: 2000, size: 'max' });
    fc.assert(
      fc.property(submissions, message, (submission, message) => {
        const sent: Submission = { ...submission, message };
        const { href, isWhole } = mailLink(sent, byMail, english, zone);
        expect(href.length).to.be.at.most(2000);
        if (isWhole) expect(bodyOf(href)).to.equal(submissionText(sent, byMail, english, zone));
        else expect(submissionText(sent, byMail, english, zone).startsWith(bodyOf(href).slice(0, -1))).to.equal(true);
      }),
      { numRuns: runs(100) },
    );
  });
});
