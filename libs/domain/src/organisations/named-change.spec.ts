import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { areaChangeKey, areaChangeReason } from './named-change';

const register = registerIn(
  fileRegister({
    county: { code: '09', name: { fi: 'Alue', sv: 'Område' }, languages: ['fi', 'sv'], closes: '16:15' },
    organisations: ['016', '081', '098', '142'].map((id) => fileMunicipality(id)),
    contacts: [fileContact],
    changes: [
      { on: '2027-01-01', kind: 'merger', from: ['081', '016'], into: '098' },
      { on: '2028-01-01', kind: 'transfer', organisation: '142', to: '10' },
    ],
  }),
);
const [merger, transfer] = register.changes;
if (!merger || !transfer) throw new Error('there are two');

it('keeps its key when its date or the order of those that merge changes', () => {
  expect([merger, transfer].map(areaChangeKey)).toEqual(['merger:016+081>098', 'transfer:142']);
  expect(areaChangeKey({ ...merger, on: transfer.on, from: ['016', '081'] } as never)).toBe('merger:016+081>098');
});

it('is a reason in the languages of the county', () => {
  expect(areaChangeReason(merger, register)).toBe(
    'Yhdistyminen 1.1.2027: Kunta 081, Kunta 016 → Kunta 098. / Sammanslagning 1.1.2027: Kommun 081, Kommun 016 → Kommun 098.',
  );
  const finnish = { ...register, county: { ...register.county, languages: ['fi' as const] } };
  expect(areaChangeReason(transfer, finnish)).toBe('Siirtyminen toiselle hyvinvointialueelle 1.1.2028: Kunta 142.');
});
