import { itReadsAsApproved } from '../../test/golden-texts';

describe('step-overdue', () => itReadsAsApproved('step-overdue'));
