import { itReadsAsApproved } from '../../test/golden-texts';

describe('board-step-due', () => itReadsAsApproved('board-step-due'));
