import { itReadsAsApproved } from '../../test/golden-texts';

describe('meeting-cancelled', () => itReadsAsApproved('meeting-cancelled'));
