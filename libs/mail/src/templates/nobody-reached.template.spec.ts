import { itReadsAsApproved } from '../../test/golden-texts';

describe('nobody-reached', () => itReadsAsApproved('nobody-reached'));
