import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';

describe('invitation', () => {
  itReadsAsApproved('invitation');

  it('promises no advance assignment to a party that joins too late to be asked', () => {
    const { text } = write('invitation', 'fi', { ...sampleOf('invitation'), assignmentDueOn: undefined });
    expect(text).not.toContain('ennakkotehtävä');
  });
});
