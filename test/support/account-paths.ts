import { findDefinition } from '@app/workflows';
import { plannedEntry } from './example-area';
import type { Given } from './given';
import { given } from './given';
import { path, rung } from './path';

/** Histories of the accounts and plans of the council term in the example area. Each is every step of one path. */

export const municipalities = ['016', '081', '098', '111', '142', '316', '398', '560', '576', '781'];

export const ownAccount = { summary: 'Erot kaventuvat.', proposal: 'Kertomus ja suunnitelma hyväksytään.' };

/** The accounts as the plan starts them; `without` names dates that no calendar gives. */
export function beginAccounts(without: readonly string[] = []): Given {
  const { id, data } = plannedEntry('term-account-2025-2029');
  const definition = findDefinition('term-account');
  if (!definition) throw new Error('term-account');
  const { dates, ...rest } = data as { dates: Record<string, object> };
  const known = Object.fromEntries(Object.entries(dates).filter(([name]) => !without.includes(name)));
  return given(definition, { ...rest, dates: known } as typeof data, { at: '2026-01-02T08:00:00+02:00', id });
}

/** The municipalities have been asked. */
export function accountsAsked(so = beginAccounts()): Given {
  return so.when('send-requests', {}, { at: '2026-03-03T09:00:00+02:00' });
}

/** The request of a municipality tells how it ended. */
export function accountOf(organisation: string, more: object = {}) {
  const note = {
    organisation,
    outcome: 'answered',
    late: false,
    on: '2026-06-16',
    answers: {
      account: `https://kunta-${organisation}.example.invalid/kertomus`,
      councilOn: '2026-06-15',
      councilSection: '44',
    },
    ...more,
  };
  return (so: Given) =>
    so.when('note-answer', note, {
      role: 'workflow',
      by: `${so.instance.id}.answer-${organisation}-hyvinvointijohtaja`,
      at: '2026-06-16T10:00:00+03:00',
    });
}

export const everybodyDelivers = (so: Given) =>
  municipalities.reduce((step, organisation) => accountOf(organisation)(step), so);

/** A body of the county tells what it decided. */
export function decisionOf(body: string, meetingOn: string, more: object = {}) {
  const note = {
    organisation: '09',
    body,
    decision: 'approve',
    meetingOn,
    section: '51',
    caseNumber: '345/00.01.02/2026',
    minutes: 'https://alue.example.invalid/poytakirja',
    extractsTo: null,
    last: body === 'aluevaltuusto',
    ...more,
  };
  return (so: Given) =>
    so.when('note-decision', note, {
      role: 'workflow',
      by: `${so.instance.id}.handling-1`,
      at: `${meetingOn}T18:00:00+03:00`,
    });
}

/** Prepared, and handled by the board, the executive and the council. */
export function handledByCouncil(so: Given): Given {
  const begun = so.when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' });
  const inExecutive = decisionOf('aluehallitus', '2026-09-14')(decisionOf('hyte-lautakunta', '2026-08-20')(begun));
  return decisionOf('aluevaltuusto', '2026-10-12')(inExecutive);
}

/** Asked, moved, one merges away, all deliver; the county's own is sent back once, handled anew and published. */
export function termAccounts(): Given[] {
  return path(
    beginAccounts(),
    (so) => so.when('remind', rung('requestsSent', 'T-7', 'coordinator', 'step-due'), { role: 'clock' }),
    accountsAsked,
    (so) =>
      so.when('reschedule', {
        dates: { deliveredToCounty: { on: '2026-07-03', basis: 'requested' } },
        reason: 'Valtuusto kokoontuu kesäkuun lopussa.',
      }),
    (so) =>
      so.when('change-parties', {
        joined: [],
        left: [{ organisation: '781', successor: '016' }],
        reason: 'Kuntaliitos.',
      }),
    ...municipalities.slice(0, 9).map((organisation) => accountOf(organisation)),
    (so) => so.when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' }),
    decisionOf('hyte-lautakunta', '2026-08-20', { decision: 'reject', last: true }),
    (so) => so.when('start-handling', ownAccount, { at: '2026-08-24T09:00:00+03:00' }),
    (so) =>
      so.when(
        'note-moved-meetings',
        { organisation: '09', meetings: [{ body: 'aluevaltuusto', was: '2026-10-12', on: '2026-12-14' }] },
        { role: 'workflow' },
      ),
    decisionOf('hyte-lautakunta', '2026-09-17'),
    decisionOf('aluehallitus', '2026-10-05'),
    decisionOf('aluevaltuusto', '2026-12-14'),
    (so) =>
      so.when(
        'publish',
        { publishedOn: '2026-12-18', link: 'https://alue.example.invalid/kertomus' },
        { at: '2026-12-18T09:00:00+02:00' },
      ),
    (so) => so.when('close', {}),
  );
}

/** Somebody is late, the day passes, the county's own is a separate matter, and who is missing is explained. */
export function accountsWithoutOwn(): Given[] {
  return path(
    accountsAsked(),
    accountOf('016'),
    (so) =>
      so.when('pass-deadline', { deadline: 'deliveredToCounty' }, { role: 'clock', at: '2026-06-30T16:15:00+03:00' }),
    accountOf('081', { late: true, on: '2026-07-02' }),
    (so) => so.when('start-handling', ownAccount, { at: '2026-08-12T09:00:00+03:00' }),
    (so) => so.when('skip-step', { reason: 'Käsitellään strategian kanssa.' }),
    (so) => so.when('close', { whyWithout: 'Muut valtuustot käsittelevät kertomuksen syksyllä.' }),
  );
}

/** Started by mistake. */
export function cancelledAccounts(): Given[] {
  return path(accountsAsked(), (so) => so.when('cancel', { reason: 'Aloitettu kahdesti.' }));
}
