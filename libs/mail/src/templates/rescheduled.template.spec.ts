import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';
import { county, earlierNegotiation, negotiation, toMunicipality, toRespondent } from '../samples';

const reason = 'Toimielimen kokous siirtyi.';
const replyMoves = {
  ...toRespondent,
  reason,
  subjectMatter: 'advance-assignment',
  dueAt: '2026-08-24T13:15:00.000Z',
  dueWas: '2026-08-17T13:15:00.000Z',
  basis: 'requested',
};

describe('rescheduled', () => {
  itReadsAsApproved('rescheduled');

  it.each(languages)('tells of a reply date alone, with the page to answer on, in %s', (language) => {
    const { subject, text } = write('rescheduled', language, replyMoves);
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });

  it.each(languages)('tells a municipality of a new date for its body’s handling, in %s', (language) => {
    const handling = {
      ...replyMoves,
      subjectMatter: 'negotiation-result-handling',
      body: { fi: 'Kunnanhallitus', sv: 'Kommunstyrelsen' },
    };
    const { subject, text } = write('rescheduled', language, handling);
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });

  it.each(languages)('tells of a new date for comments, in %s', (language) => {
    const comments = {
      ...toMunicipality,
      reason,
      commentsDueOn: '2026-10-01',
      commentsWereDueOn: '2026-09-24',
      basis: 'requested',
    };
    const { subject, text } = write('rescheduled', language, comments);
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });

  it('tells of the place alone where only that has changed, and that the reply date stays', () => {
    const moved = {
      ...sampleOf('rescheduled'),
      negotiation: { ...negotiation, place: 'Sibeliustalo' },
      negotiationWas: negotiation,
      dueWas: undefined,
    };
    const { subject, text } = write('rescheduled', 'fi', moved);
    expect(subject).toContain('Uusi paikka: hyte-neuvottelu');
    expect(text).toContain('muuttaa hyvinvoinnin ja terveyden edistämisen vuosineuvottelun paikkaa.');
    expect(text).toContain(', paikka: Sibeliustalo. Sen piti olla');
    expect(text).toContain('Ennakkotehtävän vastauspäivä ei muutu. Se on maanantai\u00a017.8.2026');
    expect(text).not.toContain('Vastaa viimeistään');
    const both = { ...moved, negotiationWas: earlierNegotiation };
    expect(write('rescheduled', 'fi', both).subject).toContain('Uusi ajankohta ja paikka');
  });

  it('asks those who have answered for nothing', () => {
    const {
      dueAt: _dueAt,
      dueWas: _dueWas,
      ...answered
    } = { ...sampleOf('rescheduled'), answered: true } as never as {
      dueAt: string;
      dueWas: string;
    };
    const { text } = write('rescheduled', 'fi', answered);
    expect(text).toContain('Vastauksenne ennakkotehtävään on tallessa');
    expect(text).not.toMatch(/Vastaa|lähetetty/);
    expect(text.startsWith(county.name.fi)).toBe(true);
  });
});
