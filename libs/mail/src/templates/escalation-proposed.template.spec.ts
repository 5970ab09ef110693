import { itReadsAsApproved } from '../../test/golden-texts';

describe('escalation-proposed', () => itReadsAsApproved('escalation-proposed'));
