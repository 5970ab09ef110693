import { instant } from '@app/domain';
import { type Given, given } from '../../../../test/support/given';
import { rung } from '../../../../test/support/path';
import { arrangedVisit, visitData } from '../../test/arranged-visit';
import { siteVisit } from '../../test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../test/site-visit/site-visit-2.workflow';
import { lacksOf } from './check-definition';
import type { Role } from './command';
import type { Accepted, Decision } from './decide';
import { advance } from './decide';
import type { AnyDefinition } from './definition';
import { firstVersion, fold } from './fold';
import type { WorkflowEvent } from './instance';
import { forecastMigration, migrate } from './migrate';

const september = '2026-09-11T09:00:00+03:00';
const versions: AnyDefinition[] = [siteVisit, siteVisit2];

function versionOf(version: number): AnyDefinition {
  const found = versions.find((known) => known.version === version);
  if (!found) throw new Error(String(version));
  return found;
}

function decide(
  so: Given,
  data: unknown = { reason: 'Raportti.' },
  to: AnyDefinition = siteVisit2,
  role: Role = 'admin',
) {
  const actor = { id: 'ylläpito', role };
  return migrate(to, so.instance, { data, actor, commandId: 'move', now: instant('2026-06-01T09:00:00+03:00') });
}

function accepted(decision: Decision): Accepted {
  if (!decision.accepted) throw new Error(`${decision.code}: ${decision.detail.en}`);
  return decision;
}

/** As the log alone gives it: stored, read again and folded from its first version. */
function stored(place: Accepted['instance'], events: readonly WorkflowEvent[]) {
  const log = JSON.parse(JSON.stringify(events)) as WorkflowEvent[];
  return fold(versionOf(firstVersion(log, place.definition.version)), place, log, versionOf);
}

const overdue = () =>
  arrangedVisit(siteVisit).when('pass-deadline', { deadline: 'visit' }, { role: 'clock', at: september });

describe('moving a workflow to the next version', () => {
  it('is one fact that says from where, where to and why; deadlines go on as they were', () => {
    const before = arrangedVisit(siteVisit);
    const { events, instance, effects } = accepted(decide(before));
    expect(events).toMatchObject([
      { seq: 3, type: 'WorkflowMigrated', kind: 'fact', data: { from: 1, to: 2, reason: 'Raportti.' } },
    ]);
    expect(instance).toEqual({
      ...before.instance,
      definition: { name: 'site-visit', version: 2 },
      version: 3,
      state: 'open.requested',
      value: { open: 'requested' },
    });
    expect([effects.timers, effects.ended, effects.notifications]).toEqual([[], [], []]);
  });

  it('goes on as the new version, and the log alone gives the same', () => {
    const before = arrangedVisit(siteVisit);
    const moved = accepted(decide(before));
    const command = {
      name: 'record-visit',
      data: { heldOn: '2026-09-10' },
      actor: { id: 'k', role: 'coordinator' as const },
      commandId: 'held',
      now: instant(september),
    };
    const held = accepted(advance(siteVisit2, moved.instance, command));
    expect(held.instance).toMatchObject({ state: 'open.awaiting-report', status: 'open' });
    expect(held.instance.deadlines.report).toMatchObject({ dueOn: '2026-09-24', status: 'open' });
    const log = [...before.events, ...moved.events, ...held.events];
    expect(stored(held.instance, log)).toEqual({ instance: held.instance, differences: [], publications: [] });
  });

  it('can be folded up to where it still was of the first version', () => {
    const before = arrangedVisit(siteVisit);
    const moved = accepted(decide(before));
    const log = [...before.events, ...moved.events];
    const first = versionOf(firstVersion(log, moved.instance.definition.version));
    expect(fold(first, moved.instance, log.slice(0, 2), versionOf).instance).toEqual(before.instance);
  });

  it('cannot be read by software that does not know where it went', () => {
    const before = arrangedVisit(siteVisit);
    const log = [...before.events, ...accepted(decide(before)).events];
    expect(() => fold(siteVisit, before.instance, log)).toThrow('nobody said where version 2 is');
  });

  it('sets and ends deadlines where the mapping says so, and cancels one that the new version does not declare', () => {
    const { visit: _visit, ...deadlines } = siteVisit2.deadlines;
    const due = { name: 'report', dueOn: '2026-10-01', dueAt: '2026-10-01T13:15:00Z', basis: 'agreed', ladder: 'step' };
    const map = ({ context }: { context: object }) => ({
      value: { open: 'awaiting-report' },
      context,
      intents: [{ type: 'setDeadline' as const, ...due } as never],
    });
    const to: AnyDefinition = { ...siteVisit2, deadlines, migrates: { from: 1, map } };
    const { events, effects, instance } = accepted(decide(arrangedVisit(siteVisit), undefined, to));
    expect(events.map(({ type, data }) => [type, (data as { name?: string }).name])).toEqual([
      ['WorkflowMigrated', undefined],
      ['DeadlineEnded', 'visit'],
      ['DeadlineSet', 'report'],
    ]);
    expect(effects.ended).toEqual(['visit']);
    expect(effects.timers.map(({ deadline, rung: key }) => `${deadline} ${key ?? 'due'}`)).toEqual([
      'report due',
      'report T-7',
      'report overdue',
    ]);
    expect(Object.values(instance.deadlines).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'visit cancelled',
      'report open',
    ]);
  });
});

describe('a workflow stays what it is', () => {
  const ended = () => arrangedVisit(siteVisit).when('cancel', { reason: 'Sairastuminen.' });
  const strangers = () => given(siteVisit2, visitData(), { id: '09.other' });

  it.each([
    ['where the mapping says why', overdue, 'The day of the visit has passed. Record the visit or cancel it.'],
    ['when it has ended', ended, 'The workflow has ended.'],
    ['when it is of that version', strangers, 'The workflow has this version already.'],
  ])('%s', (_, so, why) => {
    expect(forecastMigration(siteVisit2, so().instance)).toMatchObject({
      moves: false,
      refused: { detail: { en: why } },
    });
    expect(decide(so())).toMatchObject({ accepted: false, code: 'site-visit/cannot-migrate', detail: { en: why } });
  });

  it('where the version has no mapping from its own', () => {
    const { migrates: _migrates, ...without } = siteVisit2;
    expect(forecastMigration(without, arrangedVisit(siteVisit).instance)).toMatchObject({ moves: false });
    expect(decide(arrangedVisit(siteVisit), undefined, without)).toMatchObject({ code: 'site-visit/cannot-migrate' });
  });

  it('unless an admin moves it, and says why', () => {
    for (const role of ['coordinator', 'clock', 'workflow', 'service'] as const)
      expect(decide(arrangedVisit(siteVisit), undefined, siteVisit2, role)).toMatchObject({ code: 'not-permitted' });
    for (const data of [{}, { reason: ' ' }, { reason: 'x', to: 3 }])
      expect(decide(arrangedVisit(siteVisit), data)).toMatchObject({ code: 'invalid-data' });
  });
});

describe('the small workflow that the tests add', () => {
  it.each(versions)('version $version is whole', (definition) => {
    expect(lacksOf(definition)).toEqual([]);
  });

  it('reminds its coordinator and closes when the visit is told', () => {
    const so = arrangedVisit(siteVisit).when('remind', rung('visit', 'T-7', 'coordinator', 'step-due'), {
      role: 'clock',
    });
    expect(so.effects.notifications).toMatchObject([{ template: 'step-due', to: { organisation: '09' } }]);
    expect(so.refuses('record-visit', { heldOn: '2026-09-10' }).code).toBe('site-visit/too-early');
    expect(so.when('record-visit', { heldOn: '2026-09-10' }, { at: september }).instance.status).toBe('closed');
    expect(overdue().when('cancel', { reason: 'x' }).instance.deadlines.visit?.status).toBe('missed');
  });
});
