import { type AnyDefinition, definitions } from '@app/workflows';
import { z } from 'zod';
import { siteVisit } from '../../libs/workflows/test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../libs/workflows/test/site-visit/site-visit-2.workflow';
import { hashOf, idOf, lockFaults, readLock, recordedVersions, writeLock } from '../support/definition-lock';

describe('the definitions', () => {
  // A changed definition is a new version beside the old one: running workflows keep the one they were started with.
  // What has not been released yet may still change; locked anew by: UPDATE_DOCS=1 npm test -- unit definitions-lock
  if (process.env.UPDATE_DOCS) writeLock(definitions, readLock());

  it('are what libs/workflows/definitions.lock.json says', () => {
    expect(lockFaults(definitions, readLock(), recordedVersions())).toEqual([]);
  });
});

const [visit, cancel] = [siteVisit, siteVisit.commands.cancel!];
const config = siteVisit.chart.config as { states: { requested: { on: object } } };
const withChart = (requested: object): AnyDefinition =>
  ({ ...visit, chart: { config: { ...config, states: { ...config.states, requested } } } }) as never;
const text = { fi: 'x', sv: 'x', en: 'x' };

/** Every kind of thing that somebody may change in a definition. */
const changes: [string, AnyDefinition][] = [
  ['a title', { ...visit, title: { ...visit.title, sv: 'Besök' } }],
  ['the basis', { ...visit, basis: { act: '612/2021', section: 7 } as never }],
  ['the start form', { ...visit, start: { ...visit.start, schema: z.strictObject({ place: z.string() }) } }],
  ['who may start it', { ...visit, start: { ...visit.start, roles: ['admin'] } }],
  ['the name of the first event', { ...visit, start: { ...visit.start, event: 'VisitAsked' } }],
  ['a check of the start data', { ...visit, start: { ...visit.start, check: () => [] } }],
  ['a state', withChart({ ...config.states.requested, meta: { title: text, waitsFor: null } })],
  [
    'a guard',
    withChart({
      ...config.states.requested,
      on: { ...config.states.requested.on, VisitCancelled: { guard: 'mayCancel', target: 'cancelled' } },
    }),
  ],
  ['a command', { ...visit, commands: { ...visit.commands, abandon: cancel } }],
  [
    'a command’s form',
    { ...visit, commands: { ...visit.commands, cancel: { ...cancel, schema: z.strictObject({}) } } },
  ],
  ['a command’s roles', { ...visit, commands: { ...visit.commands, cancel: { ...cancel, roles: ['admin'] } } }],
  ['a command’s event', { ...visit, commands: { ...visit.commands, cancel: { ...cancel, event: 'VisitDropped' } } }],
  ['what a command records', { ...visit, commands: { ...visit.commands, cancel: { ...cancel, record: () => ({}) } } }],
  ['a refusal’s code', { ...visit, refusals: { notInTheFuture: { code: 'too-soon', detail: () => text } } }],
  ['a deadline’s title', { ...visit, deadlines: { visit: { ...visit.deadlines.visit!, title: text } } }],
  ['a mail', { ...visit, mails: [...visit.mails, 'overdue'] }],
  ['the events that are evidence', { ...visit, evidence: { VisitHeld: (soFar) => soFar } }],
  ['where it moves from', { ...siteVisit2, version: 1, migrates: { ...siteVisit2.migrates!, from: 7 } }],
];

describe('a version that has been released', () => {
  const id = idOf(visit);
  const released = { [id]: { released: '1.0.0', hash: hashOf(visit) } };

  it('is well while it is as it was', () => {
    expect(lockFaults([visit], released, [id])).toEqual([]);
    expect(lockFaults([visit, siteVisit2], released, [id])).toEqual([]);
  });

  it.each(changes)('fails the build when somebody changes %s, and says what to do', (_, changed) => {
    expect(lockFaults([changed], released, [id])).toEqual([
      expect.stringMatching(
        /^site-visit@1 has changed and was released with 1\.0\.0.* version 2 of site-visit beside it/,
      ),
    ]);
  });

  it('fails the build when it is taken away, or when no history of it is recorded', () => {
    expect(lockFaults([siteVisit2], released, [id])).toEqual([expect.stringContaining('put it back')]);
    expect(lockFaults([visit], released, [])).toEqual([expect.stringContaining('no recorded histories')]);
  });

  it('may learn to read older events', () => {
    expect(lockFaults([{ ...visit, upcasts: { VisitHeld: (data) => data } }], released, [id])).toEqual([]);
  });
});

describe('a version that is being written', () => {
  it('says which line it now has in the lock file, where it stands in it', () => {
    const [[, changed]] = changes as [[string, AnyDefinition]];
    expect(lockFaults([changed], { 'site-visit@1': hashOf(visit) }, ['site-visit@1'])).toEqual([
      expect.stringContaining(`"site-visit@1": "${hashOf(changed)}"`),
    ]);
    expect(lockFaults([], { 'site-visit@1': hashOf(visit) }, [])).toEqual([
      expect.stringContaining('take its line out'),
    ]);
    expect(lockFaults([visit], {}, [])).toEqual([]);
  });
});
