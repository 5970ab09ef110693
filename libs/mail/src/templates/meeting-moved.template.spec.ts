import { itReadsAsApproved } from '../../test/golden-texts';

describe('meeting-moved', () => itReadsAsApproved('meeting-moved'));
