import { numericDate } from '../calendar/numeric-date';
import type { Language, Text } from '../text';
import type { DutyPeriod } from './duty-period';
import type { DutyStatus } from './duty-status';
import type { EvidenceView } from './duty-view';

/** How a reader is told that a duty stands so; never by a colour alone. */
export const dutyStatusWords: Readonly<Record<DutyStatus, Text>> = {
  fulfilled: { fi: 'Täytetty', sv: 'Uppfylld', en: 'Fulfilled' },
  open: { fi: 'Kesken', sv: 'Öppen', en: 'Open' },
  'at-risk': { fi: 'Vaarassa jäädä täyttämättä', sv: 'Riskerar att inte uppfyllas', en: 'At risk' },
  missed: { fi: 'Jäänyt täyttämättä', sv: 'Inte uppfylld', en: 'Missed' },
};

/** 'Vuosi 2026'; of a term also its days, because the terms of county and municipalities have not always been the same. */
export function dutyPeriodWords({ kind, id, startsOn, endsOn }: DutyPeriod): Text {
  if (kind === 'year') return { fi: `Vuosi ${id}`, sv: `År ${id}`, en: `Year ${id}` };
  const [from, to] = [numericDate(startsOn), numericDate(endsOn)];
  const years = id.replace('-', '–');
  return {
    fi: `Valtuustokausi ${years} (${from.fi}–${to.fi})`,
    sv: `Fullmäktigeperioden ${years} (${from.sv}–${to.sv})`,
    en: `Council term ${years} (${from.en} – ${to.en})`,
  };
}

const caseNumberWord: Text = { fi: 'asianumero', sv: 'ärendenummer', en: 'case number' };

/** 'Heinola, Hyvinvointilautakunta, § 91, asianumero 539/00.04.01/2023: Käsitteli neuvottelun tuloksen.' */
export function evidenceWords(evidence: EvidenceView, language: Language): string {
  const { organisation, body, section, caseNumber, text } = evidence;
  const who = [
    organisation?.name,
    body,
    section !== null && `§ ${section}`,
    caseNumber !== null && `${caseNumberWord[language]} ${caseNumber}`,
  ].filter(Boolean);
  return who.length > 0 ? `${who.join(', ')}: ${text}` : text;
}
