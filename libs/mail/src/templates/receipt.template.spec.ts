import { itReadsAsApproved } from '../../test/golden-texts';

describe('receipt', () => itReadsAsApproved('receipt'));
