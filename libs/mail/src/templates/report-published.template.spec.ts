import { itReadsAsApproved } from '../../test/golden-texts';

describe('report-published', () => itReadsAsApproved('report-published'));
