import { given } from '../../../../test/support/given';
import { askedOfAsikkala } from '../../../../test/support/asked-of-asikkala';
import { ask } from '../information-request/question';
import { informationRequest } from '../information-request/information-request.workflow';
import { printedAnswers } from './printed-answer';

const text = (word: string) => ({ fi: word, sv: `${word} sv`, en: `${word} en` });
const respondent = { role: 'respondent' as const };
const asked = (changes: object = {}) =>
  given(informationRequest, { ...askedOfAsikkala, ...changes }, { at: '2026-05-25T09:00:00+03:00' });
const copies = ({ effects }: ReturnType<typeof asked>) =>
  effects.notifications.filter(({ template }) => template === 'registry-copy');

describe('an answer in copy to the registry', () => {
  const answer = { answers: { efforts: 'Liikuntaa.' }, body: 'Hyvinvointilautakunta', section: '36' };

  it('says who answered what, how it came and what its body decided', () => {
    const answered = asked().when('record-answer', { ...answer, handledOn: '2026-08-11' }, respondent);
    expect(copies(answered)).toEqual([
      {
        id: expect.any(String),
        template: 'registry-copy',
        to: { organisation: '09', audience: 'registry' },
        data: expect.objectContaining({
          concerns: '016',
          workflowId: answered.instance.id,
          late: false,
          corrected: false,
          handled: { body: 'Hyvinvointilautakunta', on: '2026-08-11', section: '36' },
          documents: [],
          answers: [{ question: { fi: 'Mitä?', sv: 'Vad?', en: 'What?' }, answer: ['Liikuntaa.'] }],
        }),
      },
    ]);
  });

  it('goes anew, whole and marked as corrected, when the answer is completed', () => {
    const completed = asked({ questions: [ask.text('efforts', text('Toimet')), ask.text('topics', text('Aiheet'))] })
      .when('record-answer', { answers: { efforts: 'Liikuntaa.' } }, respondent)
      .when('return-for-completion', { reason: 'Aiheet puuttuvat.', dueOn: '2026-08-19' })
      .when('record-answer', { answers: { topics: 'Nuoret.' } }, respondent);
    expect(copies(completed)).toMatchObject([
      { data: { corrected: true, answers: [{ answer: ['Liikuntaa.'] }, { answer: ['Nuoret.'] }] } },
    ]);
  });

  it('tells the documents that have been attached, by name and hash, without those that were replaced', () => {
    const sha256 = 'a'.repeat(64);
    const link = (title: string, more: object = {}) => ({
      title,
      publicity: 'public',
      link: 'https://asikkala.example.invalid/a',
      ...more,
    });
    const answered = asked()
      .when('attach-document', link('Luonnos'), respondent)
      .when('attach-document', link('Vastaus', { supersedes: 'd1', sha256 }), respondent)
      .when('record-answer', answer, respondent);
    expect(copies(answered)).toMatchObject([
      { data: { documents: [{ id: 'd2', title: 'Vastaus', publicity: 'public', sha256 }] } },
    ]);
  });

  it('is not made of what an organisation answers that is no authority', () => {
    const answered = asked({ organisationKind: 'other' }).when('record-answer', answer, respondent);
    expect(copies(answered)).toEqual([]);
  });
});

describe('an answer as words', () => {
  it('says choices, numbers, dates and lists in each language, and leaves out what was not answered', () => {
    const questions = [
      ask.choice('status', text('Tila'), [
        { id: 'good', text: text('Hyvä') },
        { id: 'bad', text: text('Huono') },
      ]),
      ask.number('share', text('Osuus'), { unit: { fi: '%', sv: 'procent', en: 'per cent' } }),
      ask.rows('tasks', text('Tehtävät'), [ask.line('task', text('Tehtävä')), ask.date('by', text('Mennessä'))]),
      ask.text('note', text('Huomio')),
    ];
    const answers = { status: 'good', share: 24.8, tasks: [{ task: 'Kysely', by: '2026-05-01' }] };
    expect(printedAnswers(questions, answers).map(({ answer }) => answer)).toEqual([
      [text('Hyvä')],
      [{ fi: '24,8 %', sv: '24,8 procent', en: '24.8 per cent' }],
      [
        {
          fi: 'Tehtävä: Kysely; Mennessä: 1.5.2026',
          sv: 'Tehtävä sv: Kysely; Mennessä sv: 1.5.2026',
          en: 'Tehtävä en: Kysely; Mennessä en: 1\u00a0May\u00a02026',
        },
      ],
    ]);
  });

  it('does not end a sentence of a list twice', () => {
    const questions = [
      ask.rows('tasks', text('Tehtävät'), [ask.line('task', text('Tehtävä')), ask.line('who', text('Kuka'))]),
    ];
    const [said] = printedAnswers(questions, { tasks: [{ task: 'Kysely tehdään.', who: 'Sihteeri' }] });
    expect(said?.answer).toMatchObject([{ fi: 'Tehtävä: Kysely tehdään. Kuka: Sihteeri' }]);
  });
});
