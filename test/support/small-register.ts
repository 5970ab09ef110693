import { parseRegister, type Register } from '@app/domain';

type Json = Record<string, unknown>;

/** A contact as a file has it, without an id. */
export const fileContact = {
  name: 'Aino Malli',
  email: 'aino@kunta.test',
  of: '016',
  language: 'fi',
  roles: ['contact'],
};

/** A municipality as a file has it. */
export function fileMunicipality(id: string, more: Json = {}): Json {
  return { id, kind: 'municipality', name: { fi: `Kunta ${id}`, sv: `Kommun ${id}` }, languages: ['fi'], ...more };
}

/** The data of an organisations file with one of each; `change` replaces whole parts. */
export function fileRegister(change: Json = {}): Json {
  return {
    county: { code: '09', name: { fi: 'Alue', sv: 'Område' }, registry: 'kirjaamo@alue.test', closes: '16:15' },
    bodies: [
      {
        id: 'lautakunta',
        of: '09',
        name: { fi: 'Lautakunta', sv: 'Nämnden' },
        materialsDaysBefore: 7,
        extractDaysAfter: 4,
        meetings: ['2026-10-15', '2026-08-20', '2026-10-15'],
      },
    ],
    organisations: [fileMunicipality('016')],
    contacts: [fileContact],
    ...change,
  };
}

/** The register in the data of a file that has no errors. */
export function registerIn(data: unknown): Register {
  const { register, findings } = parseRegister(data);
  if (!register) throw new Error(JSON.stringify(findings));
  return register;
}
