import type { RegisterInput } from '@app/domain';

type OrganisationInput = RegisterInput['organisations'][number];
type ContactInput = RegisterInput['contacts'][number];

const mostMunicipalities = 300;
const interfaceCount = 12;

/**
 * The data of an organisations file of one county with so many organisations and contacts: municipalities, 300 unless more are asked for,
 * each with three bodies, and NGOs for the rest. Invented, and the same every time.
 */
export function registerOfSize(
  organisations: number,
  contacts: number,
  municipalities = Math.min(organisations, mostMunicipalities),
): RegisterInput {
  const parties = [
    ...times(municipalities, municipality),
    ...times(organisations - municipalities, (index) => ngo(index)),
  ];
  return {
    county: { code: '09', name: name('Alue'), registry: 'kirjaamo@alue.example.invalid', closes: '16:15' },
    interfaces: times(interfaceCount, (index) => ({
      id: `yhdyspinta-${index}`,
      name: name(`Yhdyspinta ${index}`),
      years: [2026],
    })),
    bodies: parties
      .slice(0, municipalities)
      .flatMap(({ id }) => ['lautakunta', 'hallitus', 'valtuusto'].map((kind) => body(id, kind))),
    organisations: parties,
    contacts: times(contacts, (index) => contact(index, parties)),
  };
}

function municipality(index: number): OrganisationInput {
  const id = String(index + 1).padStart(3, '0');
  return {
    id,
    kind: 'municipality',
    form: 'kunta',
    name: name(`Kunta ${id}`),
    cases: { genitive: `Kunnan ${id}`, inessive: `Kunnassa ${id}`, ablative: `Kunnalta ${id}` },
    languages: index % 10 === 0 ? ['fi', 'sv'] : ['fi'],
    registry: `kirjaamo@kunta-${id}.example.invalid`,
    closes: '16:00',
    answers: `${id}-lautakunta`,
  };
}

function ngo(index: number): OrganisationInput {
  return { id: `jarjesto-${index}`, kind: 'ngo', name: name(`Järjestö ${index} ry`), languages: ['fi'] };
}

function body(of: string, kind: string) {
  const meetings = times(12, (month) => `2026-${String(month + 1).padStart(2, '0')}-15`);
  return { id: `${of}-${kind}`, of, name: name(kind), materialsDaysBefore: 7, extractDaysAfter: 4, meetings };
}

/** The first contact of each organisation answers for it; every seventh holds a role between dates. */
function contact(index: number, parties: readonly OrganisationInput[]): ContactInput {
  const { id: of, kind } = parties[index % parties.length] ?? { id: '09', kind: 'ngo' };
  const isFirst = index < parties.length;
  const role = kind === 'municipality' && isFirst ? 'hyvinvointikoordinaattori' : 'contact';
  return {
    name: `Henkilö ${index}`,
    email: `henkilo.${index}@${of}.example.invalid`,
    of,
    language: 'fi',
    roles: index % 7 === 0 ? [{ role, validFrom: '2026-01-01', validTo: '2027-12-31' }, 'valmistelija'] : [role],
    interfaces: [`yhdyspinta-${index % interfaceCount}`],
  };
}

function name(text: string) {
  return { fi: text, sv: `${text} (sv)` };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
