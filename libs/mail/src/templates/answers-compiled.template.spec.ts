import { itReadsAsApproved } from '../../test/golden-texts';

describe('answers-compiled', () => itReadsAsApproved('answers-compiled'));
