import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';
import { county } from '../samples';

describe('result', () => {
  itReadsAsApproved('result');

  it('does not name the county to its own executive', () => {
    const data = { ...sampleOf('result'), organisation: county, partyKind: 'other' };
    expect(write('result', 'fi', data).text).toContain('lähettää teille hyvinvoinnin');
    expect(write('result', 'sv', data).text).toContain('skickar er resultatet');
    expect(write('result', 'en', data).text).toContain('sends you the result');
  });

  it('announces the acknowledgement to municipalities only', () => {
    const toNgo = { ...sampleOf('result'), partyKind: 'other' };
    expect(write('result', 'fi', sampleOf('result')).text).toContain('pyydämme erillisellä viestillä tiedon');
    expect(write('result', 'fi', toNgo).text).not.toContain('pyydämme');
  });
});
