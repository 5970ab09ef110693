import type { Evidence } from '@app/domain';
import { plannedEntry } from '../../../../test/support/example-area';
import { childrenOf, negotiation, request } from '../../../../test/support/example-paths';
import type { Given } from '../../../../test/support/given';
import { given } from '../../../../test/support/given';
import { evidenceIn } from '../kernel/read-evidence';

import { definitions } from '../registry';
import type { NegotiationInput } from './hyte-negotiation.data';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const workflow = { role: 'workflow' as const };
const planned = plannedEntry('hyte-negotiation-2026');
const year = negotiation();
const evidenceOf = ({ events }: Given) => evidenceIn(definitions, '09', events);
const after = (state: string) => {
  const step = year.find(({ instance }) => instance.state === `open.${state}`);
  if (!step) throw new Error(state);
  return step;
};
const of = (evidence: readonly Evidence[], organisation: string) => evidence.filter((item) => item.of === organisation);
const short = ({ duty, on, kind, weight, text }: Evidence) => `${duty} ${on} ${kind} ${weight}: ${text.fi}`;

describe('what the year’s negotiation says of duties', () => {
  it('is a promise once it is planned: the county’s, and each municipality’s', () => {
    const promises = evidenceOf(after('planning'));
    expect(of(promises, '09').map(short)).toEqual([
      'annual-negotiation 2026-08-27 planned promises: Neuvottelun suunniteltu päivä.',
    ]);
    expect(promises.filter(({ duty }) => duty === 'takes-part')).toHaveLength(10);
    expect(promises).toHaveLength(11);
  });

  it('promises the newest date only, and remembers who was invited', () => {
    const moved = after('fixing-date').when('fix-date', {
      negotiation: { on: '2026-09-03', basis: 'agreed' },
    });
    expect(of(evidenceOf(moved), '09').map(({ on }) => on)).toEqual(['2026-09-03']);
    expect(of(evidenceOf(after('awaiting-answers')), '09').map(short)).toEqual([
      'annual-negotiation 2026-08-27 planned promises: Neuvottelun suunniteltu päivä.',
      'annual-negotiation 2026-05-25 invited supports: Kutsuttiin 10 kuntaa ja 11 muuta toimijaa.',
    ]);
    const awaited = evidenceOf(after('awaiting-negotiation')).filter(
      ({ weight, of: whose }) => weight === 'promises' && whose === '09',
    );
    expect(awaited.map(({ event, on }) => [event.type, on])).toEqual([['DeadlineSet', '2026-08-27']]);
  });

  it('promises the day to those who join, and no more to those who have left, also when it moves', () => {
    const { parties } = planned.data as unknown as NegotiationInput;
    const hartola = parties.find(({ organisation }) => organisation === '081');
    const promisedTo = (given: Given) =>
      evidenceOf(given)
        .filter(({ weight, duty }) => weight === 'promises' && duty === 'takes-part')
        .map(({ of: whose, on }) => `${whose} ${on}`);
    const change = (joined: unknown[], left: unknown[]) => ({ joined, left, reason: 'Alue muuttuu.' });
    const without = after('awaiting-invitation').when(
      'change-parties',
      change([], [{ organisation: '081', successor: null }]),
    );
    expect(promisedTo(without)).toHaveLength(9);
    expect(promisedTo(without)).not.toContain('081 2026-08-27');
    const moved = { reason: 'Uusi päivä.', dates: { negotiation: { on: '2026-08-28', basis: 'agreed' } } };
    expect(promisedTo(without.when('reschedule', moved))).toHaveLength(9);
    expect(promisedTo(without.when('reschedule', moved))).not.toContain('081 2026-08-28');
    const back = without.when('change-parties', change([hartola], []));
    expect(promisedTo(back)).toContain('081 2026-08-27');
    expect(promisedTo(back.when('reschedule', moved))).toContain('081 2026-08-28');
  });

  it('fulfils the county’s duty when it is held, and those of the municipalities that were there', () => {
    const evidence = evidenceOf(after('drafting-summary'));
    expect(evidence.filter(({ weight }) => weight === 'promises')).toEqual([]);
    expect(of(evidence, '09').map(short).at(-1)).toBe(
      'annual-negotiation 2026-08-27 held fulfils: Neuvottelu pidettiin. Läsnä 1 kunta ja 0 muuta toimijaa, yhteensä 3 henkilöä. Kutsuttuina 10 kuntaa ja 11 muuta toimijaa.',
    );
    expect(evidence.filter(({ kind }) => kind === 'present').map((item) => [item.of, item.text.fi])).toEqual([
      ['016', 'Läsnä neuvottelussa: 3 henkilöä.'],
    ]);
  });

  it('belongs to the year in which it was held, whatever the plan was', () => {
    const late = after('awaiting-negotiation').when(
      'record-negotiation',
      { heldOn: '2027-01-12', participants: [{ organisation: '016', people: 3 }] },
      { at: '2027-01-12T18:00:00+02:00' },
    );
    expect(new Set(evidenceOf(late).map(({ period }) => period))).toEqual(new Set(['2027-01-12']));
  });

  it('does not fulfil 7 § 4 mom. when no other actor was invited', () => {
    const data = planned.data as unknown as NegotiationInput;
    const municipalities = data.parties.filter(({ kind }) => kind === 'municipality');
    const alone = given(hyteNegotiation, { ...data, parties: municipalities } as never, {
      at: '2026-01-02T08:00:00+02:00',
    })
      .when('record-planning', { heldOn: '2026-03-12' }, { at: '2026-03-12T15:00:00+02:00' })
      .when('fix-date', { negotiation: { on: '2026-08-27', basis: 'agreed' } })
      .when('invite', {}, { at: '2026-05-25T09:00:00+03:00' })
      .when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' })
      .when(
        'record-negotiation',
        { heldOn: '2026-08-27', participants: [{ organisation: '016', people: 3 }] },
        { at: '2026-08-28T09:00:00+03:00' },
      );
    const [held] = evidenceOf(alone).filter(({ kind }) => kind === 'held');
    expect(held).toMatchObject({ weight: 'supports', lacks: 'other-actors' });
    expect(held?.text.fi).toContain('Kutsuttuina 10 kuntaa ja 0 muuta toimijaa.');
    expect(evidenceOf(alone).find(({ kind }) => kind === 'present')).toMatchObject({ of: '016', weight: 'fulfils' });
  });

  it('is supported by the county’s board and by the municipal boards, with §, case number and day', () => {
    const note = {
      organisation: '111',
      decision: 'note-and-forward',
      meetingOn: '2026-11-17',
      section: '91',
      caseNumber: '539/00.04.01/2026',
      minutes: 'https://heinola.example.invalid/91',
      extractsTo: null,
      last: true,
      body: '111-hyvinvointilautakunta',
    };
    const sent = year.at(-1) as Given;
    const evidence = evidenceOf(sent.when('note-decision', note, { ...workflow, at: '2026-11-20T09:00:00+02:00' }));
    expect(evidence.find(({ kind }) => kind === 'decision')).toMatchObject({
      duty: 'annual-negotiation',
      of: '09',
      on: '2026-10-15',
      section: '36',
      body: { fi: 'Hyvinvoinnin ja terveyden edistämisen lautakunta' },
      text: { fi: 'Käsitteli neuvottelun tuloksen: hyväksyttiin.' },
    });
    const boards = evidence.filter(({ kind }) => kind === 'acknowledged');
    expect(boards.map(({ duty, of: whose, organisation }) => [duty, whose, organisation])).toEqual([
      ['annual-negotiation', '09', '111'],
      ['takes-part', '111', undefined],
    ]);
    for (const board of boards)
      expect(board).toMatchObject({
        on: '2026-11-17',
        period: '2026-08-27',
        section: '91',
        caseNumber: '539/00.04.01/2026',
        source: 'https://heinola.example.invalid/91',
        body: { fi: 'Hyvinvointilautakunta' },
        text: { en: 'Handled the result of the negotiation: noted and forwarded.' },
      });
    const withdrawn = sent.when('note-decision', { ...note, decision: 'withdrawn', meetingOn: null }, workflow);
    expect(evidenceOf(withdrawn).filter(({ kind }) => kind === 'acknowledged')).toEqual([]);
  });

  it('is nothing when it was cancelled', () => {
    expect(evidenceOf(after('awaiting-answers').when('cancel', { reason: 'Kokeilu.' }))).toEqual([]);
  });
});

describe('what an answer to the advance assignment says of duties', () => {
  const data = (key: string) => childrenOf(year).find((child) => child.key === key)?.data ?? null;
  const asked = (key: string) => request(data(key))[0] as Given;

  it('supports the negotiation and the municipality’s part in it, with its body, § and case number', () => {
    const answered = asked('answer-111')
      .when(
        'record-answer',
        { answers: { efforts: 'Liikunta.' }, body: 'Hyvinvointilautakunta', handledOn: '2026-08-11', section: '54' },
        { at: '2026-08-12T09:00:00+03:00' },
      )
      .when('register-answer', { caseNumber: '12/2026' });
    expect(evidenceOf(answered)).toMatchObject([
      { duty: 'annual-negotiation', of: '09', organisation: '111', period: '2026-08-27', on: '2026-08-12' },
      { duty: 'takes-part', of: '111', section: '54', caseNumber: '12/2026', body: { fi: 'Hyvinvointilautakunta' } },
    ]);
    expect(evidenceOf(answered)[0]?.text.fi).toBe(
      'Vastasi ennakkotehtävään; toimielin käsitteli vastauksen 11.8.2026.',
    );
  });

  it('is nothing before it is given, and keeps its day when it is completed', () => {
    const before = asked('answer-jarjesto-1');
    expect(evidenceOf(before)).toEqual([]);
    const again = before
      .when('record-answer', { answers: { efforts: 'Liikunta.' } }, { at: '2026-08-03T09:00:00+03:00' })
      .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' })
      .when('record-answer', { answers: { topics: 'Uni.' } }, { at: '2026-08-19T09:00:00+03:00' });
    expect(evidenceOf(again).map(short)).toEqual([
      'annual-negotiation 2026-08-03 answered supports: Vastasi ennakkotehtävään.',
    ]);
    expect(evidenceOf(again)[0]?.event.at).toBe('2026-08-19T06:00:00.000Z');
  });

  const first = {
    answers: { efforts: 'Liikunta.' },
    body: 'Hyvinvointilautakunta',
    handledOn: '2026-08-02',
    section: '54',
    minutes: 'https://heinola.example.invalid/54',
  };
  const returned = () =>
    asked('answer-111')
      .when('record-answer', first, { at: '2026-08-03T09:00:00+03:00' })
      .when('register-answer', { caseNumber: '12/2026' })
      .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-20' });
  const completion = { answers: { topics: 'Uni.' } };
  const taken = { organisation: '016', organisationKind: 'municipality', body: null, reason: 'Kuntaliitos.' };

  it('loses nothing of what was said before when it is completed without repeating it', () => {
    const completed = returned().when('record-answer', completion, { at: '2026-08-19T09:00:00+03:00' });
    expect(evidenceOf(completed)).toHaveLength(2);
    for (const item of evidenceOf(completed))
      expect(item).toMatchObject({
        on: '2026-08-03',
        body: { fi: 'Hyvinvointilautakunta' },
        section: '54',
        caseNumber: '12/2026',
        source: 'https://heinola.example.invalid/54',
        text: { fi: 'Vastasi ennakkotehtävään; toimielin käsitteli vastauksen 2.8.2026.' },
      });
  });

  it('is the successor’s when the successor gave it', () => {
    const answered = asked('answer-111')
      .when('succeed', taken, { ...workflow, at: '2026-08-02T09:00:00+03:00' })
      .when('record-answer', completion, { at: '2026-08-03T09:00:00+03:00' });
    expect(evidenceOf(answered).map(({ of: whose, organisation }) => [whose, organisation])).toEqual([
      ['09', '016'],
      ['016', undefined],
    ]);
  });

  it('stays with each who gave it when a successor completes what another had answered', () => {
    const both = returned()
      .when('succeed', taken, { ...workflow, at: '2026-08-10T09:00:00+03:00' })
      .when('record-answer', completion, { at: '2026-08-19T09:00:00+03:00' });
    const municipal = evidenceOf(both).filter(({ duty }) => duty === 'takes-part');
    expect(municipal.map(({ of: whose, on, section }) => [whose, on, section])).toEqual([
      ['111', '2026-08-03', '54'],
      ['016', '2026-08-19', undefined],
    ]);
  });
});
