import type { Instance } from '@app/workflows';
import type { Field, FormShape } from '../../pages/form-shape';
import { changedValues, standingDates, writtenAnew } from './command-form';

const section = { path: ['dates', 'delivered'], name: 'dates.delivered', label: 'Toimitus', help: undefined };
const field = (last: string, kind: Field['kind'], options: Field['options'] = []): Field => ({
  path: [...section.path, last],
  name: `${section.name}.${last}`,
  label: last,
  help: undefined,
  kind,
  required: false,
  maxLength: undefined,
  isOfRegister: false,
  options,
  part: { section, needed: true },
});
const shape: FormShape = {
  fields: [field('on', 'date'), field('basis', 'choice', [{ value: 'agreed', label: 'Sovittu' }])],
  groups: [],
  lists: [],
};

it('leaves a date alone that stands on a basis which the form does not offer', () => {
  const dates = { delivered: { on: '2026-06-30', basis: 'statutory' } };
  const stood = standingDates(shape, { context: { dates } } as unknown as Instance, 'fi');
  expect([...stood]).toEqual([['dates.delivered.on', '2026-06-30']]);
  const sent = new Map([['dates.delivered.on', '2026-06-30']]);
  expect(changedValues(shape, sent, stood).size).toBe(0);
  expect(changedValues(shape, new Map([['dates.delivered.on', '2026-07-01']]), stood).size).toBe(1);
});

it('does not bring back what somebody else has taken out meanwhile', () => {
  const place = 'dates.delivered.place';
  const form = { name: 'reschedule', title: '', shape, standing: new Map<string, string>(), isOffered: true };
  const written = new Map([
    [place, 'Lahti'],
    ['reason', 'Sali.'],
  ]);
  expect([...writtenAnew(form, written, new Map([[place, 'Lahti']]))]).toEqual([
    [place, ''],
    ['reason', 'Sali.'],
  ]);
});
