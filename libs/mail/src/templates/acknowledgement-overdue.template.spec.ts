import { itReadsAsApproved } from '../../test/golden-texts';

describe('acknowledgement-overdue', () => itReadsAsApproved('acknowledgement-overdue'));
