import { itReadsAsApproved } from '../../test/golden-texts';

describe('acknowledgement-reminder', () => itReadsAsApproved('acknowledgement-reminder'));
