import { itReadsAsApproved } from '../../test/golden-texts';

describe('board-item', () => itReadsAsApproved('board-item'));
