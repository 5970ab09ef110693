import { itReadsAsApproved } from '../../test/golden-texts';

describe('handling-order-moved', () => itReadsAsApproved('handling-order-moved'));
