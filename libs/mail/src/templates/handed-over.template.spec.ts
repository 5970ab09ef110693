import { itReadsAsApproved } from '../../test/golden-texts';

describe('handed-over', () => itReadsAsApproved('handed-over'));
