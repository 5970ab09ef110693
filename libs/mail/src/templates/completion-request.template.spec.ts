import { itReadsAsApproved } from '../../test/golden-texts';

describe('completion-request', () => itReadsAsApproved('completion-request'));
