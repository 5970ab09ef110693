import { itReadsAsApproved } from '../../test/golden-texts';

describe('invitation', () => itReadsAsApproved('invitation'));
