import { itReadsAsApproved } from '../../test/golden-texts';

describe('answer-shared', () => itReadsAsApproved('answer-shared'));
