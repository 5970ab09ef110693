import { siteVisit } from '../test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../test/site-visit/site-visit-2.workflow';
import { definitionOf, definitions, findDefinition, OlderSoftwareError, versionLacks } from './registry';

describe('the registry', () => {
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
});
