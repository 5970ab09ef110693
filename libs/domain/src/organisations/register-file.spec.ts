import fc from 'fast-check';
import { exampleRegister } from '../../../../test/support/example-area';
import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { registerFile } from './register-file';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
const validity = fc
  .tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }))
  .map(([one, other]) => ({
    ...(one !== undefined && { validFrom: other !== undefined && other < one ? other : one }),
    ...(other !== undefined && { validTo: one !== undefined && one > other ? one : other }),
  }));
const role = fc.constantFrom('contact', 'valmistelija', 'sihteeri');
const roles = fc.array(
  fc.oneof(
    role,
    fc.tuple(role, validity).map(([held, dates]) => ({ role: held, ...dates })),
  ),
);
const interfaces = fc.option(fc.uniqueArray(fc.constantFrom('osallisuus', 'harrastaminen')), { nil: undefined });
const contacts = fc.array(fc.tuple(roles, validity, interfaces, fc.boolean())).map((several) =>
  several.map(([held, dates, shared, hasId], index) => ({
    ...fileContact,
    ...(hasId && { id: `k-${index}` }),
    email: `henkilo-${index}@kunta.test`,
    roles: held,
    ...(shared && { interfaces: shared }),
    ...dates,
  })),
);
const file = fc.tuple(contacts, validity, fc.boolean()).map(([several, dates, merges]) =>
  fileRegister({
    contacts: several,
    organisations: [fileMunicipality('016', merges ? {} : dates), fileMunicipality('081')],
    ...(merges && { changes: [{ on: '2026-02-15', kind: 'merger', from: ['016'], into: '081' }] }),
  }),
);

describe('a register as a file', () => {
  it('is read as the same register again', () => {
    fc.assert(
      fc.property(file, (data) => {
        const register = registerIn(data);
        expect(registerIn(registerFile(register))).toEqual(register);
        expect(registerIn(JSON.parse(JSON.stringify(registerFile(register))))).toEqual(register);
      }),
    );
  });

  it('of the example area too', () => {
    expect(registerIn(registerFile(exampleRegister()))).toEqual(exampleRegister());
  });

  it('has a plain text for a role without dates, and leaves out what there is not', () => {
    const dated = { role: 'manager', validFrom: '2026-01-01' };
    const written = registerFile(
      registerIn(fileRegister({ contacts: [{ ...fileContact, roles: ['contact', dated] }] })),
    );
    expect(written.contacts[0]?.roles).toEqual(['contact', dated]);
    expect(Object.keys(written)).toEqual(['county', 'bodies', 'organisations', 'contacts']);
    expect(written.contacts[0]).not.toHaveProperty('interfaces');
  });
});
