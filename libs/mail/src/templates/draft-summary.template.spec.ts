import { itReadsAsApproved } from '../../test/golden-texts';

describe('draft-summary', () => itReadsAsApproved('draft-summary'));
