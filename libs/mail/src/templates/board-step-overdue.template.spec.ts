import { itReadsAsApproved } from '../../test/golden-texts';

describe('board-step-overdue', () => itReadsAsApproved('board-step-overdue'));
