import { createMachine } from 'xstate';
import type { AnyDefinition } from './kernel/definition';
import { lacksOf } from './kernel/check-definition';
import { siteVisit } from '../test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../test/site-visit/site-visit-2.workflow';
import { definitionOf, definitions, findDefinition, OlderSoftwareError, versionLacks } from './registry';

describe('the registry', () => {
  it.each(definitions.map((definition) => [definition.name, definition] as const))('%s is whole', (_, definition) => {
    expect(lacksOf(definition)).toEqual([]);
  });

  it('finds the newest version by name and refuses to guess an unknown one', () => {
    expect(findDefinition('hyte-negotiation')?.version).toBe(1);
    expect(findDefinition('moon-landing')).toBeUndefined();
    expect(() => definitionOf({ name: 'hyte-negotiation', version: 99 })).toThrow(OlderSoftwareError);
    expect(() => definitionOf({ name: 'hyte-negotiation', version: 99 })).toThrow('older than the data');
  });

  it('holds versions that belong together', () => {
    expect(versionLacks(definitions)).toEqual([]);
    expect(versionLacks([siteVisit, siteVisit2])).toEqual([]);
  });

  it('notices versions that do not', () => {
    expect(versionLacks([siteVisit2, siteVisit2])).toEqual([
      'site-visit v2: workflows move from site-visit v1, which there is not',
      'site-visit v2 stands in the registry twice',
      'site-visit v2: workflows move from site-visit v1, which there is not',
    ]);
    expect(
      versionLacks([{ ...siteVisit, migrates: { from: 1, map: () => ({ value: 'requested', context: {} }) } }]),
    ).toEqual(['site-visit v1: workflows move from site-visit v1, which is not earlier']);
  });

  it('notices what a definition lacks', () => {
    const [whole] = definitions as [AnyDefinition];
    const chart = createMachine({
      id: 'broken',
      initial: 'here',
      states: {
        here: {
          meta: { title: {}, waitsFor: null, deadlines: [] },
          on: { Gone: [{ guard: 'maybe', target: 'there' }, { target: 'here' }] },
        },
        there: { meta: { title: {}, waitsFor: null, deadlines: [] } },
        island: {},
      },
    });
    const broken: AnyDefinition = {
      ...whole,
      name: 'broken',
      chart,
      commands: { go: { title: whole.title, roles: [], schema: whole.start.schema, event: 'Went' } },
      refusals: {},
      evidence: { Went: () => [], DeadlineSet: () => [], Flew: () => [] },
    };
    expect(lacksOf(broken)).toEqual([
      'broken v1: no state of the chart takes Went',
      'broken v1: no command becomes Gone',
      'broken v1: broken.island has no title',
      'broken v1: the guard maybe does not say why it refuses',
      'broken v1: evidence is read from Flew, which is never recorded',
      'broken v1: broken.here has several ways for Gone',
      'broken v1: broken.island cannot be reached',
      'broken v1: broken.there cannot be left',
      'broken v1: broken.island cannot be left',
    ]);
  });
});
