import { z } from 'zod';
import type { Finding } from '../finding';
import { schemaFindings } from '../schema-findings';
import type { Language, Name, Text } from '../text';
import { isCountyCode } from './county-codes';
import { duplicateId, unknownCounty, unlistedCounty } from './register-messages';
import type { Organisation } from './register';

/** A county as the classification knows it: its code, its names and its municipalities; no addresses. */
export type MunicipalityArea = { county: { code: string; name: Name }; organisations: Organisation[] };

/** `leftOut`: parts of the country that are not wellbeing services counties (Helsinki and Åland), and how many municipalities they have. */
export type MunicipalityClassification = {
  areas: MunicipalityArea[];
  leftOut: { code: string; name: Name; municipalities: number }[];
  findings: Finding[];
};

/** Helsinki and Åland stand in the classification beside the counties. */
const outside: ReadonlySet<string> = new Set(['90', '91']);

const languagesOf = {
  fi: ['fi'],
  sv: ['sv'],
  'fi+sv': ['fi', 'sv'],
  'sv+fi': ['sv', 'fi'],
} as const satisfies Record<string, Language[]>;

const words = z.string().min(1);
const areaCode = z.string().regex(/^\d{2}$/, "'09'");

// The table may say more of each than is needed here: other fields are passed over.
const county = z.object({ code: areaCode, fi: words, sv: words, en: words.exactOptional() });
const municipality = z.object({
  code: z.string().regex(/^\d{3}$/, "'016'"),
  fi: words,
  sv: words,
  lang: z.enum(Object.keys(languagesOf) as (keyof typeof languagesOf)[]),
  wsc: areaCode,
});
const classification = z.object({ counties: z.array(county), municipalities: z.array(municipality) });

type Classification = z.infer<typeof classification>;

/**
 * The counties and their municipalities in Statistics Finland's municipality classification, already read from JSON:
 * `{ counties: [{ code, fi, sv, en }], municipalities: [{ code, fi, sv, lang, wsc }] }`, where `wsc` is the code of the county and `lang`
 * the languages with the majority's first (`fi+sv`). Errors, with which there are no areas: `invalid-classification`, `duplicate-id`,
 * `unknown-county`.
 */
export function municipalitiesFrom(data: unknown): MunicipalityClassification {
  const parsed = classification.safeParse(data);
  const findings = parsed.success
    ? codeFindings(parsed.data)
    : schemaFindings(parsed.error.issues, data, 'invalid-classification');
  if (!parsed.success || findings.length > 0) return { areas: [], leftOut: [], findings };
  const areas = parsed.data.counties.map(({ code, fi, sv, en }) => ({
    county: { code, name: { fi, sv, ...(en !== undefined && { en }) } },
    organisations: parsed.data.municipalities.filter(({ wsc }) => wsc === code).map(organisationOf),
  }));
  return {
    areas: areas.filter((area) => !outside.has(area.county.code)),
    leftOut: areas
      .filter((area) => outside.has(area.county.code))
      .map(({ county: { code, name }, organisations }) => ({ code, name, municipalities: organisations.length })),
    findings,
  };
}

function organisationOf({ code, fi, sv, lang }: Classification['municipalities'][number]): Organisation {
  return { id: code, kind: 'municipality', name: { fi, sv }, languages: [...languagesOf[lang]] };
}

function codeFindings({ counties, municipalities }: Classification): Finding[] {
  const known = new Set(counties.map(({ code }) => code));
  return [
    ...counties.flatMap(({ code }, index) =>
      isCountyCode(code) || outside.has(code)
        ? []
        : [strangeCounty(code, unknownCounty(code), ['counties', index, 'code'])],
    ),
    ...municipalities.flatMap(({ code, wsc }, index) =>
      known.has(wsc) ? [] : [strangeCounty(code, unlistedCounty(code, wsc), ['municipalities', index, 'wsc'])],
    ),
    ...repeated('counties', counties),
    ...repeated('municipalities', municipalities),
  ];
}

function strangeCounty(entry: string, message: Text, path: (string | number)[]): Finding {
  return { code: 'unknown-county', severity: 'error', entry, date: null, message, path };
}

function repeated(list: string, items: readonly { code: string }[]): Finding[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, index) => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    const path = [list, index, 'code'];
    return [{ code: 'duplicate-id', severity: 'error', entry: code, date: null, message: duplicateId(code), path }];
  });
}
