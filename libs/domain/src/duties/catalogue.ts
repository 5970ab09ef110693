import type { Text } from '../text';
import { citations, type Citation } from './citations';
import type { CouncilOf } from './council-terms';

export const dutyIds = [
  'annual-negotiation',
  'county-report',
  'county-account',
  'council-term-negotiation',
  'takes-part',
  'municipal-report',
  'municipal-account',
] as const;

export type DutyId = (typeof dutyIds)[number];

/** A statutory duty. To answer the advance assignment is none. */
export type Duty = {
  id: DutyId;
  /** Whose duty it is: the county's, each of its municipalities', or of both. */
  holders: readonly CouncilOf[];
  /** How often at least: once a calendar year, or once a council term. */
  every: 'year' | 'term';
  basis: Citation;
  title: Text;
  /** The year clock plans it, so that a year without a planned date is at risk from its first day. */
  planned: boolean;
  /** A municipality fulfils it by being present when the county fulfils this duty of its own. */
  presentAt?: DutyId;
};

/** Every statutory duty that is followed, in the order in which they are listed. Only citations of `citations.ts` are quoted. */
export const duties: readonly Duty[] = [
  {
    id: 'annual-negotiation',
    holders: ['county'],
    every: 'year',
    basis: citations.countyNegotiates,
    title: {
      fi: 'Vuosittainen hyte-neuvottelu kuntien ja muiden toimijoiden kanssa',
      sv: 'Årlig förhandling om främjande av hälsa och välfärd med kommunerna och andra aktörer',
      en: 'Annual HYTE negotiation with the municipalities and the other actors',
    },
    planned: true,
  },
  {
    id: 'county-report',
    holders: ['county'],
    every: 'year',
    basis: citations.countyReports,
    title: {
      fi: 'Vuosittainen raportti hyvinvoinnista aluevaltuustolle',
      sv: 'Årlig rapport om välfärden till välfärdsområdesfullmäktige',
      en: 'Yearly report on wellbeing to the county council',
    },
    planned: true,
  },
  {
    id: 'county-account',
    holders: ['county'],
    every: 'term',
    basis: citations.countyReports,
    title: {
      fi: 'Hyvinvointikertomus ja -suunnitelma valtuustokausittain',
      sv: 'Välfärdsberättelse och välfärdsplan för varje fullmäktigeperiod',
      en: 'Wellbeing account and plan once a council term',
    },
    planned: false,
  },
  {
    id: 'council-term-negotiation',
    holders: ['county', 'municipality'],
    every: 'term',
    basis: citations.councilTermNegotiation,
    title: {
      fi: 'Valtuustokauden neuvottelu hyvinvointialueen ja kuntien yhteistyöstä',
      sv: 'Förhandling under fullmäktigeperioden om välfärdsområdets och kommunernas samarbete',
      en: 'Council-term negotiation on the cooperation of the county and its municipalities',
    },
    planned: true,
    presentAt: 'council-term-negotiation',
  },
  {
    id: 'takes-part',
    holders: ['municipality'],
    every: 'year',
    basis: citations.municipalityTakesPart,
    title: {
      fi: 'Osallistuminen vuosittaiseen hyte-neuvotteluun',
      sv: 'Deltagande i den årliga förhandlingen om främjande av hälsa och välfärd',
      en: 'Taking part in the annual HYTE negotiation',
    },
    planned: true,
    presentAt: 'annual-negotiation',
  },
  {
    id: 'municipal-report',
    holders: ['municipality'],
    every: 'year',
    basis: citations.municipalityTakesPart,
    title: {
      fi: 'Vuosittainen raportti hyvinvoinnista kunnan valtuustolle',
      sv: 'Årlig rapport om välfärden till kommunens fullmäktige',
      en: 'Yearly report on wellbeing to the municipal council',
    },
    planned: false,
  },
  {
    id: 'municipal-account',
    holders: ['municipality'],
    every: 'term',
    basis: citations.municipalityTakesPart,
    title: {
      fi: 'Hyvinvointikertomus ja -suunnitelma valtuustokausittain, toimitus hyvinvointialueelle',
      sv: 'Välfärdsberättelse och välfärdsplan för varje fullmäktigeperiod, till välfärdsområdet',
      en: 'Wellbeing account and plan once a council term, delivered to the county',
    },
    planned: false,
  },
];

export function dutyOf(id: DutyId): Duty {
  const duty = duties.find((candidate) => candidate.id === id);
  if (!duty) throw new Error(`The catalogue lacks the duty ${id}`);
  return duty;
}
