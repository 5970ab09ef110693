import { type Register, registerFile } from '@app/domain';
import { registerIn } from './small-register';
import { exampleRegister } from './example-area';

export type AreaChange = { on: string } & (
  { kind: 'merger'; from: string[]; into: string } | { kind: 'transfer'; organisation: string; to: string }
);

export const merger = (on: string, from: string[], into: string): AreaChange => ({ on, kind: 'merger', from, into });
export const transfer = (on: string, organisation: string): AreaChange => ({
  on,
  kind: 'transfer',
  organisation,
  to: '10',
});

/** The example area with changes, and with municipality 999, which none of it is yet: it can be merged into. */
export function changedExample(changes: AreaChange[]): Register {
  const file = registerFile(exampleRegister());
  const body = file.bodies.find(({ id }) => id === '016-hyvinvointilautakunta');
  const contact = file.contacts.find(({ of }) => of === '016');
  if (!body || !contact) throw new Error('Asikkala has both');
  return registerIn({
    ...file,
    organisations: [
      ...file.organisations,
      {
        id: '999',
        kind: 'municipality',
        name: { fi: 'Vääksy', sv: 'Vääksy' },
        languages: ['fi'],
        answers: '999-lautakunta',
        validFrom: '2026-01-01',
      },
    ],
    bodies: [...file.bodies, { ...body, id: '999-lautakunta', of: '999', validFrom: '2026-01-01' }],
    contacts: [
      ...file.contacts,
      { ...contact, id: 'k-999', email: 'uusi@vaaksy.example.invalid', of: '999', validFrom: '2026-01-01' },
    ],
    changes,
  });
}
