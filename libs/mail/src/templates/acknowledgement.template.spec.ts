import { itReadsAsApproved } from '../../test/golden-texts';

describe('acknowledgement', () => itReadsAsApproved('acknowledgement'));
