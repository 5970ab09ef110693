import { stringify } from 'csv-stringify/sync';
import type { Language, Text } from '../text';
import { dutyPeriodWords, dutyStatusWords } from './duty-words';
import type { DutyView, EvidenceView } from './duty-view';

type Column = { title: Text; of: (duty: DutyView, evidence: EvidenceView | undefined, language: Language) => string };

const columns: readonly Column[] = [
  column('Tunnus', 'Id', 'Id', ({ id }) => id),
  column('Velvoite', 'Skyldighet', 'Duty', ({ title }) => title),
  column('Organisaatio', 'Organisation', 'Organisation', ({ organisation }) => organisation.name),
  column('Organisaation tunnus', 'Organisationens id', 'Organisation id', ({ organisation }) => organisation.id),
  column('Säädös', 'Författning', 'Statute', ({ basis }) => basis.text),
  column('Jakso', 'Period', 'Period', ({ period }, _, language) => dutyPeriodWords(period)[language]),
  column('Jakso alkaa', 'Perioden börjar', 'Period starts', ({ period }) => period.startsOn),
  column('Jakso päättyy', 'Perioden slutar', 'Period ends', ({ period }) => period.endsOn),
  column('Tila', 'Läge', 'Status', ({ status }, _, language) => dutyStatusWords[status][language]),
  column('Tilan tunnus', 'Lägets kod', 'Status code', ({ status }) => status),
  column('Peruste', 'Orsak', 'Reason', ({ reason }) => reason ?? ''),
  column('Näyttö: päivä', 'Bevis: dag', 'Evidence: day', (_, evidence) => evidence?.on ?? ''),
  column('Näyttö', 'Bevis', 'Evidence', (_, evidence) => evidence?.text ?? ''),
  column('Näyttö: kenen', 'Bevis: vems', 'Evidence: whose', (_, evidence) => evidence?.organisation?.name ?? ''),
  column('Toimielin', 'Organ', 'Body', (_, evidence) => evidence?.body ?? ''),
  column('Pykälä', 'Paragraf', 'Section', (_, evidence) => evidence?.section ?? ''),
  column('Asianumero', 'Ärendenummer', 'Case number', (_, evidence) => evidence?.caseNumber ?? ''),
  column('Lähde', 'Källa', 'Source', (_, evidence) => evidence?.source ?? ''),
  column('Tapahtuma', 'Händelse', 'Event', (_, evidence) => evidence?.event.id ?? ''),
  column('Kirjattu', 'Antecknad', 'Recorded', (_, evidence) => evidence?.event.at ?? ''),
];

/**
 * The register of duties for a spreadsheet: one line for each piece of evidence, and one for a duty without any. Semicolons, CRLF
 * and a byte order mark, as Excel expects of UTF-8 in Finland. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function dutiesCsv(duties: readonly DutyView[], language: Language): string {
  const lines = duties.flatMap((duty) => {
    const evidence: readonly (EvidenceView | undefined)[] = duty.evidence.length > 0 ? duty.evidence : [undefined];
    return evidence.map((item) => columns.map(({ of }) => oneLine(of(duty, item, language))));
  });
  return stringify([columns.map(({ title }) => title[language]), ...lines], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
  });
}

function column(fi: string, sv: string, en: string, of: Column['of']): Column {
  return { title: { fi, sv, en }, of };
}

/** A line break in a cell is allowed by the format and splits the line in many readers. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
