import { definitionOf, definitions, findDefinition } from './registry';

describe('the registry', () => {
  it('finds the newest version by name and refuses to guess an unknown one', () => {
    expect(findDefinition('hyte-negotiation')?.version).toBe(1);
    expect(findDefinition('moon-landing')).toBeUndefined();
    expect(() => definitionOf({ name: 'hyte-negotiation', version: 99 })).toThrow('older than the data');
  });

  it('has every version once', () => {
    const versions = definitions.map(({ name, version }) => `${name} v${version}`);
    expect(new Set(versions).size).toBe(versions.length);
  });
});
