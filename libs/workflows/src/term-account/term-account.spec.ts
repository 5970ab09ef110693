import type { PlanEntry } from '@app/domain';
import { civilDate, completePlan } from '@app/domain';
import {
  accountOf,
  accountsAsked,
  accountsWithoutOwn,
  beginAccounts,
  cancelledAccounts,
  decisionOf,
  everybodyDelivers,
  handledByCouncil,
  municipalities,
  ownAccount,
  termAccounts,
} from '../../../../test/support/account-paths';
import { examplePlan, exampleRegister, plannedEntry } from '../../../../test/support/example-area';
import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import { evidenceIn } from '../kernel/read-evidence';
import { standing } from '../kernel/standing';
import { definitions } from '../registry';
import type { AccountContext } from './term-account.data';
import { termAccount } from './term-account.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as AccountContext;
const told = ({ effects }: Given) => effects.tellChildren.map(({ key, command }) => `${key} ${command}`);
const evidenceOf = (so: Given, duty: string) =>
  evidenceIn(definitions, '09', so.events).filter((item) => item.duty === duty);
const published = { publishedOn: '2026-10-20', link: 'https://alue.example.invalid/kertomus' };
const inOctober = { at: '2026-10-20T09:00:00+03:00' };
const requestOf = (organisation: string) => `answer-${organisation}-hyvinvointijohtaja`;

describe('the accounts and plans of a council term', () => {
  it('start from the plan with the dates that follow from the delivery, and wait for both parts', () => {
    const so = beginAccounts();
    expect(contextOf(so)).toMatchObject({
      about: '2025-2029',
      termEnds: '2029-05-31',
      dates: {
        requestsSent: { on: '2026-03-03' },
        prepared: { on: '2026-08-13' },
        hyteBoard: { on: '2026-08-20', basis: 'decided' },
        countyExecutive: { on: '2026-09-14' },
        countyCouncil: { on: '2026-10-12' },
        published: { on: '2026-10-19' },
      },
    });
    expect(Object.keys(so.instance.deadlines).toSorted()).toEqual(['deliveredToCounty', 'prepared', 'requestsSent']);
    expect(standing(termAccount, so.instance).waitingFor).toEqual([
      { part: 'everybody', organisations: ['09', ...municipalities] },
    ]);
  });

  it('ask the wellbeing director of every municipality, as the act requires', () => {
    const { effects } = accountsAsked();
    expect(effects.children.map(({ key }) => key)).toEqual(municipalities.map(requestOf));
    expect(effects.children[0]?.data).toMatchObject({
      subject: 'term-account',
      audience: 'hyvinvointijohtaja',
      dueOn: '2026-06-30',
      citation: 'municipalityTakesPart',
      voluntary: false,
      next: { on: '2026-08-20' },
    });
    expect(accountsAsked().refuses('send-requests', {}).code).toBe('term-account/already-requested');
    const late = { at: '2026-06-30T09:00:00+03:00' };
    expect(beginAccounts().refuses('send-requests', {}, late).code).toBe('term-account/too-late');
  });

  it('keep the day of delivery once the last account is in, on its day', () => {
    const missing = municipalities.slice(1).reduce((so, organisation) => accountOf(organisation)(so), accountsAsked());
    expect(missing.instance.deadlines.deliveredToCounty).toMatchObject({ status: 'open' });
    expect(accountOf('016')(missing).instance.deadlines.deliveredToCounty).toMatchObject({ status: 'met' });
  });

  it('are evidence of each municipality’s duty in the term, and what is given anew takes the place of the first', () => {
    const first = accountOf('016')(accountsAsked());
    const completed = accountOf('016', {
      on: '2026-06-23',
      answers: { councilOn: '2026-06-22', councilSection: '58' },
    })(first);
    expect(evidenceOf(first, 'municipal-account')).toMatchObject([
      { of: '016', period: '2025-2029', on: '2026-06-15', section: '44', kind: 'delivered', weight: 'fulfils' },
    ]);
    expect(evidenceOf(completed, 'municipal-account')).toMatchObject([{ on: '2026-06-22', section: '58' }]);
    const ahead = accountOf('016', { answers: { councilOn: '2026-09-28', councilSection: '9' } })(first);
    expect(evidenceOf(ahead, 'municipal-account')).toMatchObject([{ on: '2026-06-16', weight: 'supports' }]);
    const gone = accountOf('016', { outcome: 'withdrawn', on: null, answers: {} })(completed);
    expect(evidenceOf(gone, 'municipal-account')).toEqual([]);
  });

  it('take the county’s own through board, executive and council while the municipalities are waited for', () => {
    const begun = beginAccounts().when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' });
    expect(begun.effects.children).toMatchObject([
      {
        key: 'handling-1',
        workflow: 'board-handling',
        data: {
          subject: 'term-account',
          proposal: ownAccount.proposal,
          bodies: [
            { id: 'hyte-lautakunta', plannedOn: '2026-08-20' },
            { id: 'aluehallitus', plannedOn: '2026-09-14' },
            { id: 'aluevaltuusto', plannedOn: '2026-10-12' },
          ],
        },
      },
    ]);
    const handled = handledByCouncil(beginAccounts());
    expect(handled.instance.state).toBe('open.awaiting-publication');
    expect(handled.instance.deadlines).toMatchObject({
      hyteBoard: { status: 'met' },
      countyCouncil: { status: 'met' },
      deliveredToCounty: { status: 'open' },
    });
  });

  it('promise the council’s day, and are evidence of the county’s duty once the council has handled its own', () => {
    expect(evidenceOf(beginAccounts(), 'county-account')).toMatchObject([
      { on: '2026-10-12', weight: 'promises', period: '2025-2029', of: '09' },
    ]);
    const moved = beginAccounts().when('reschedule', {
      dates: {
        countyCouncil: { on: '2026-12-14', basis: 'decided' },
        published: { on: '2026-12-21', basis: 'agreed' },
      },
      reason: 'Strategia ensin.',
    });
    expect(evidenceOf(moved, 'county-account')).toMatchObject([{ on: '2026-12-14', weight: 'promises' }]);
    const end = handledByCouncil(beginAccounts()).when('publish', published, inOctober);
    expect(evidenceOf(end, 'county-account').map(({ kind, weight, on }) => [kind, weight, on])).toEqual([
      ['decision', 'supports', '2026-08-20'],
      ['decision', 'supports', '2026-09-14'],
      ['approved', 'fulfils', '2026-10-12'],
      ['published', 'supports', '2026-10-20'],
    ]);
  });

  it('go back to preparation after a rejection, and then to every body again', () => {
    const begun = accountsAsked().when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' });
    const rejected = decisionOf('hyte-lautakunta', '2026-08-20', { decision: 'reject', last: true })(begun);
    expect(rejected.instance.state).toBe('open.awaiting-preparation');
    expect(evidenceOf(rejected, 'county-account')).toMatchObject([{ weight: 'promises' }]);
    const again = rejected.when('start-handling', ownAccount, { at: '2026-08-24T09:00:00+03:00' });
    // The board's planned meeting has gone: it takes the matter up in its next one.
    expect(again.effects.children).toMatchObject([
      { key: 'handling-2', data: { bodies: [{ plannedOn: null }, { plannedOn: '2026-09-14' }, {}] } },
    ]);
  });

  it('need no calendar of the county: its own starts when the coordinator starts it', () => {
    const own = ['prepared', 'hyteBoard', 'countyExecutive', 'countyCouncil', 'published'];
    const so = accountsAsked(beginAccounts(own));
    expect(Object.keys(so.instance.deadlines).toSorted()).toEqual(['deliveredToCounty', 'requestsSent']);
    expect(so.effects.children[0]?.data).toMatchObject({ next: null });
    const end = handledByCouncil(so).when('publish', published, inOctober);
    const delivered = everybodyDelivers(end);
    expect(standing(termAccount, delivered.instance).waitingFor).toEqual([
      { part: 'municipalities', organisations: ['09'] },
    ]);
    expect(delivered.when('close', {}).instance.status).toBe('closed');
    const dated = so.when('reschedule', {
      dates: { prepared: { on: '2026-08-13', basis: 'agreed' } },
      reason: 'Lautakunnan kokoukset on päätetty.',
    });
    expect(dated.instance.deadlines.prepared).toMatchObject({ dueOn: '2026-08-13', status: 'open' });
  });

  it('are planned without the county’s own dates where a body has no calendar, and nothing is found wrong with that', () => {
    const example = exampleRegister();
    const bodies = example.bodies.map((body) => (body.id === 'aluevaltuusto' ? { ...body, meetings: [] } : body));
    const register = { ...example, bodies };
    const { data } = plannedEntry('term-account-2025-2029', register);
    expect(Object.keys((data as { dates: object }).dates)).toEqual(['requestsSent', 'deliveredToCounty']);
    expect(completePlan(examplePlan(), register).findings).toEqual([]);
  });

  it('follow a changed plan, except in what has happened', () => {
    const entry: PlanEntry = {
      id: 'term-account-2025-2029',
      workflow: 'term-account',
      dates: {
        requestsSent: { on: civilDate('2026-03-10'), basis: 'agreed' },
        deliveredToCounty: { on: civilDate('2026-08-31'), basis: 'requested' },
      },
    };
    const context = contextOf(accountsAsked()) as never;
    const { command, findings } = termAccount.replanned?.(entry, context, civilDate('2026-03-03')) ?? {};
    expect(command).toEqual({
      name: 'reschedule',
      data: { dates: { deliveredToCounty: { on: '2026-08-31', basis: 'requested' } } },
    });
    expect(findings?.map(({ code, date }) => [code, date])).toEqual([['already-happened', '2026-03-10']]);
  });

  it('end without the county’s own only as a separate matter, and without an account only with a word why', () => {
    const so = accountOf('016')(accountsAsked());
    expect(so.refuses('close', {}).code).toBe('illegal-step');
    const begun = so.when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' });
    const skipped = begun.when('skip-step', { reason: 'Käsitellään strategian kanssa.' });
    expect(told(skipped)).toEqual(['handling-1 withdraw']);
    expect(evidenceOf(skipped, 'county-account')).toEqual([]);
    const refused = skipped.refuses('close', {});
    expect([refused.code, refused.detail.en]).toEqual([
      'term-account/accounts-missing',
      expect.stringContaining('081, 098'),
    ]);
    const end = skipped.when('close', { whyWithout: 'Käsitellään syksyllä.' });
    expect(told(end)).toEqual(municipalities.map((organisation) => `${requestOf(organisation)} close-request`));
  });

  it('move the open requests and the bodies’ meetings along, each part in its own order', () => {
    const begun = accountOf('016')(accountsAsked()).when('start-handling', ownAccount);
    const change = (dates: object) => ({ dates, reason: 'Kiire.' });
    const later = begun.when('reschedule', change({ deliveredToCounty: { on: '2026-11-30', basis: 'requested' } }));
    expect(told(later)).toEqual(municipalities.slice(1).map((organisation) => `${requestOf(organisation)} reschedule`));
    const board = begun.when('reschedule', change({ countyCouncil: { on: '2026-10-14', basis: 'decided' } }));
    expect(told(board)).toEqual(['handling-1 reschedule']);
    expect(begun.refuses('reschedule', change({ countyCouncil: { on: '2026-09-01', basis: 'decided' } })).code).toBe(
      'term-account/dates-out-of-order',
    );
    expect(
      begun.refuses('reschedule', change({ deliveredToCounty: { on: '2029-06-01', basis: 'requested' } })).code,
    ).toBe('term-account/after-term');
  });

  it('ask a municipality that joins, and end the request of one that leaves', () => {
    const change = (joined: object[], left: object[]) => ({ joined, left, reason: 'Kuntajako muuttui.' });
    const asked = accountsAsked();
    const joined = asked.when('change-parties', change([{ organisation: '091', kind: 'municipality' }], []));
    expect(joined.effects.children.map(({ key }) => key)).toEqual([requestOf('091')]);
    const left = asked.when('change-parties', change([], [{ organisation: '781', successor: '016' }]));
    expect(told(left)).toEqual([`${requestOf('781')} withdraw-unanswered`]);
    expect(
      beginAccounts().when('change-parties', change([], [{ organisation: '781', successor: null }])).effects,
    ).toMatchObject({ tellChildren: [], children: [] });
  });

  it('are cancelled only before anything came of them', () => {
    expect(last(cancelledAccounts()).instance.status).toBe('cancelled');
    const delivered = accountOf('016')(accountsAsked());
    expect(delivered.refuses('cancel', { reason: 'x' }).code).toBe('term-account/already-delivered');
    const handled = handledByCouncil(beginAccounts());
    expect(handled.refuses('cancel', { reason: 'x' }).code).toBe('term-account/already-handled');
    expect(handled.refuses('publish', { ...published, publishedOn: '2027-01-01' }).code).toBe('term-account/too-early');
  });

  it('give the same state from their log on every path', () => {
    for (const end of [last(termAccounts()), last(accountsWithoutOwn()), last(cancelledAccounts())]) {
      const { instance, differences } = folded(termAccount, end);
      expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
    }
    expect(last(termAccounts()).instance).toMatchObject({
      status: 'closed',
      deadlines: { deliveredToCounty: { status: 'met' }, countyCouncil: { dueOn: '2026-12-14', status: 'met' } },
    });
  });
});
