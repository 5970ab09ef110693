import { Problem } from '../problems/problem';
import { AtOnce } from './at-once';

const full = (because: string) => new Problem('too-many-requests', { code: because });
const of = (id: string, county = '09') => ({ county, id });

it('lets so much be under way at once of a key, of a county and altogether, and room is what has ended', () => {
  const atOnce = new AtOnce({ ofOneKey: 2, ofOneCounty: 3, altogether: 4 });
  const begin = (id: string, county?: string) => atOnce.begin(of(id, county), full);
  const end = begin('a');
  begin('a');
  expect(() => begin('a')).toThrow('key');
  begin('b');
  expect(() => begin('c')).toThrow('others');
  begin('a', '07');
  expect(() => begin('b', '07')).toThrow('others');
  end();
  end();
  begin('c');
  expect(() => begin('d')).toThrow('others');
});
