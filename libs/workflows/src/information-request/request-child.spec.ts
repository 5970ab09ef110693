import { label } from '../fields';
import { informationRequest } from './information-request.workflow';
import { ask } from './question';
import { answerKey, requestFor } from './request-child';

const what = {
  subject: 'interface-topics' as const,
  about: '2026',
  title: label('Aiheet', 'Ämnen', 'Topics'),
  questions: [ask.text('topics', label('Aiheet', 'Ämnen', 'Topics'))],
  dueOn: '2026-03-27' as never,
  closes: '16:15',
  basis: 'requested' as const,
  citation: null,
  voluntary: true,
  lastOn: '2026-04-02' as never,
  next: null,
};
const body = {
  id: '016-lautakunta',
  name: { fi: 'Lautakunta', sv: 'Nämnden' },
  meetings: ['2026-02-10', '2026-03-10', '2026-04-14'] as never[],
  materialsDaysBefore: 7,
  extractDaysAfter: 4,
};

describe('a request as a child', () => {
  it('is asked of the respondent, with the last meeting of the body that answers', () => {
    const { key, workflow, data } = requestFor({ organisation: '016', kind: 'municipality', body }, what);
    expect([key, workflow]).toEqual(['answer-016', 'information-request']);
    expect(data).toMatchObject({ audience: 'respondent', answeringBody: { lastMeetingOn: '2026-03-10' } });
    expect(informationRequest.start.schema.parse(data)).toEqual(data);
  });

  it('has a key of its own for each part of an organisation that is asked', () => {
    expect(answerKey('016', 'interface:kotoutuminen')).toBe('answer-016-kotoutuminen');
    expect(answerKey('09', 'hyte-johtaja')).toBe('answer-09-hyte-johtaja');
    const party = { organisation: '016', kind: 'municipality' as const, body: null };
    expect(requestFor(party, what, 'answer-016--2').key).toBe('answer-016--2');
  });
});
