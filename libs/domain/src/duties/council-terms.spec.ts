import { civilDate } from '../calendar/civil-date';
import { councilTerm, councilTermOn, nextCouncilTerm } from './council-terms';

describe('council terms', () => {
  it.each([
    ['2022-02-28', undefined, '2021-2025'],
    ['2022-03-01', '2022-2025', '2021-2025'],
    ['2025-05-31', '2022-2025', '2021-2025'],
    ['2025-06-01', '2025-2029', '2025-2029'],
    ['2029-05-31', '2025-2029', '2025-2029'],
    ['2029-06-01', '2029-2033', '2029-2033'],
    ['2034-01-01', '2033-2037', '2033-2037'],
  ])('%s belongs to the county term %s and the municipal term %s', (on, county, municipality) => {
    expect(councilTermOn(civilDate(on), 'county')?.id).toBe(county);
    expect(councilTermOn(civilDate(on), 'municipality')?.id).toBe(municipality);
  });

  it('follow one another without a gap', () => {
    const first = councilTerm('2022-2025', 'county');
    expect(first && nextCouncilTerm(first)).toEqual({ id: '2025-2029', startsOn: '2025-06-01', endsOn: '2029-05-31' });
  });

  it.each(['2024-2028', '2025-2030', '2025', 'autumn'])('there is none called %s', (id) => {
    expect(councilTerm(id, 'municipality')).toBeUndefined();
  });
});
