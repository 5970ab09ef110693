import { itReadsAsApproved } from '../../test/golden-texts';

describe('meeting-announced', () => itReadsAsApproved('meeting-announced'));
