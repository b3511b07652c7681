import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { makeSubmission } from '../model/make-submission.js';
import { suggestEmail } from '../model/suggest-email.js';
import { validate, type Answers } from '../model/validation.js';
import { course, known, weekly } from './program-fixtures.js';

describe('answers', () => {
  const complete: Answers = {
    format: 'group',
    session: '#tuesday',
    name: 'Ana Ortiz',
    preferredContact: 'telephone',
    telephone: '(503) 555-0142',
    leaveMessage: 'yes',
    consent: 'yes',
  };

  it('are complete with a name, contact details and consent', () => {
    expect(validate(complete, known())).to.deep.equal({});
    expect(
      validate(
        { ...complete, preferredContact: 'email', telephone: '', leaveMessage: '', email: 'a@b.example' },
        known(),
      ),
    ).to.deep.equal({});
  });

  it('are reported by field and code', () => {
    expect(validate({}, known())).to.deep.equal({
      format: 'missing',
      session: 'missing',
      name: 'missing',
      preferredContact: 'missing',
      telephone: 'no-contact',
      consent: 'missing',
    });
    expect(validate({ ...complete, preferredContact: '', telephone: '', email: 'a@b.example' }, known())).to.deep.equal(
      {
        preferredContact: 'missing',
      },
    );
    expect(validate({ ...complete, telephone: '' }, known())).to.deep.equal({ telephone: 'missing' });
    expect(validate({ ...complete, telephone: 'call me' }, known())).to.deep.equal({ telephone: 'invalid' });
    // Digits of any script.
    for (const telephone of ['٠٥٠٣٥٥٥٠١٤٢', '０５０３５５５', '९८७'])
      expect(validate({ ...complete, telephone }, known()), telephone).to.deep.equal({});
    expect(validate({ ...complete, leaveMessage: '' }, known())).to.deep.equal({ leaveMessage: 'missing' });
    // A text message is no call that can be missed.
    expect(validate({ ...complete, preferredContact: 'sms', leaveMessage: '' }, known())).to.deep.equal({});
    expect(validate({ ...complete, email: 'ana' }, known())).to.deep.equal({ email: 'invalid' });
    expect(validate({ ...complete, name: 'x'.repeat(300) }, known())).to.deep.equal({ name: 'too-long' });
    expect(validate({ ...complete, format: 'individual', session: '' }, known())).to.deep.equal({});
  });

  it('suggest a likely address, and leave others alone', () => {
    for (const typed of ['ana@gmial.com', 'ana@gmal.com', 'ana@gmaill.com', 'ana@gnail.com', 'ana@GMIAL.com'])
      expect(suggestEmail(typed), typed).to.equal('ana@gmail.com');
    for (const typed of ['ana@gmail.com', 'ana@practice.example', 'ana@aol.co.uk', 'ana', '', '@gmail.com'])
      expect(suggestEmail(typed), typed).to.equal(undefined);
  });

  it('suggest an address for every typo of one letter, and for none of two', () => {
    const domain = 'hotmail.com';
    const at = fc.nat({ max: domain.length - 1 });
    const other = fc.constantFrom(...'qwxz');
    const typos = fc.oneof(
      at.map((index) => domain.slice(0, index) + domain.slice(index + 1)),
      fc.tuple(at, other).map(([index, letter]) => domain.slice(0, index) + letter + domain.slice(index)),
      other.map((letter) => domain + letter),
      fc.tuple(at, other).map(([index, letter]) => domain.slice(0, index) + letter + domain.slice(index + 1)),
      fc
        .nat({ max: domain.length - 2 })
        .map((index) => domain.slice(0, index) + domain[index + 1]! + domain[index]! + domain.slice(index + 2)),
    );
    fc.assert(
      fc.property(typos, (typo) => {
        expect(suggestEmail(`ana@${typo}`)).to.equal(`ana@${domain}`);
      }),
    );
    const two = fc.tuple(at, at, other).filter(([first, second]) => first !== second);
    fc.assert(
      fc.property(two, ([first, second, letter]) => {
        const typed = [...domain].map((old, index) => (index === first || index === second ? letter : old)).join('');
        expect(suggestEmail(`ana@${typed}`)).to.equal(undefined);
      }),
    );
  });

  it('make a submission of the questions that were asked, and nothing else', () => {
    const made = makeSubmission('id-1', { ...complete, email: '' }, known(), {
      consent: 'Yes.',
      locale: 'en',
      waitingList: false,
      elapsed: 5,
    });
    expect(made).to.deep.equal({
      submissionId: 'id-1',
      program: 'Growing Secure',
      session: '#tuesday',
      format: 'group',
      name: 'Ana Ortiz',
      telephone: '(503) 555-0142',
      preferredContact: 'telephone',
      leaveMessage: 'yes',
      consent: { given: true, version: '2', text: 'Yes.' },
      locale: 'en',
      elapsed: 5,
    });
  });

  it('make a submission without an answer to a question that is no longer asked', () => {
    const circumstances = { consent: '', locale: 'en', waitingList: false, elapsed: 0 };
    const byText = { ...complete, preferredContact: 'sms' };
    expect(makeSubmission('i', byText, known(), circumstances)).not.to.have.property('leaveMessage');
  });

  it('make a submission with the telephone number as typed, and as E.164 if it has its country code', () => {
    const e164Of = (telephone: string): string | undefined => {
      const made = makeSubmission('i', { ...complete, telephone }, known(), {
        consent: '',
        locale: 'en',
        waitingList: false,
        elapsed: 0,
      });
      expect(made.telephone).to.equal(telephone.trim());
      return made.telephoneE164;
    };
    expect(e164Of(' +1 (503) 555-0142 ')).to.equal('+15035550142');
    expect(e164Of('+44 (0)20 7946 0958')).to.equal('+442079460958');
    expect(e164Of('+49.30.901820')).to.equal('+4930901820');
    for (const uncertain of [
      '503 555 0142',
      '1-503-555-0142',
      '+0 503 555 0142',
      '+44 20 7946 0958 ext. 12',
      '+1 911',
      '+1 503 555 0142 or home',
      '988',
      '+٤٩٣٠٩٠١٨٢٠',
    ])
      expect(e164Of(uncertain), uncertain).to.equal(undefined);
    // Whatever is typed, it is E.164 or absent.
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'+0123456789() -x') }), (typed) => {
        expect(e164Of(typed.trim() || '1') ?? '+15035550142').to.match(/^\+[1-9]\d{6,14}$/);
      }),
    );
  });

  it('ask for the waiting list if a session is full', () => {
    const full = known({ ...course, hasCourseInstance: [{ ...weekly, remainingAttendeeCapacity: 0 }] });
    const circumstances = { consent: '', locale: 'en', waitingList: false, elapsed: 0 };
    expect(makeSubmission('i', complete, full, circumstances).waitingList).to.equal(true);
    expect(makeSubmission('i', complete, known(), circumstances)).not.to.have.property('waitingList');
    expect(makeSubmission('i', complete, known(), { ...circumstances, waitingList: true }).waitingList).to.equal(true);
  });
});
