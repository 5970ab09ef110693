import { itReadsAsApproved } from '../../test/golden-texts';

describe('escalation-made', () => itReadsAsApproved('escalation-made'));
