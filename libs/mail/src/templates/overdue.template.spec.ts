import { itReadsAsApproved } from '../../test/golden-texts';

describe('overdue', () => itReadsAsApproved('overdue'));
