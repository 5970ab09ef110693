import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('log-checkpoint', () => {
  itReadsAsApproved('log-checkpoint');

  it.each(['fi', 'sv', 'en'] as const)('holds the checkpoint as it has to be kept, in %s', (language) => {
    const { note } = sampleOf('log-checkpoint') as { note: string };
    expect(write('log-checkpoint', language, sampleOf('log-checkpoint')).text).toContain(`\n\n${note}\n`);
  });
});
