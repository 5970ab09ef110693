import { itReadsAsApproved } from '../../test/golden-texts';

describe('board-rescheduled', () => itReadsAsApproved('board-rescheduled'));
