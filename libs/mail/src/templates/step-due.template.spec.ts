import { itReadsAsApproved } from '../../test/golden-texts';

describe('step-due', () => itReadsAsApproved('step-due'));
