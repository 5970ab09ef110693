import {
  dutyPeriodWords,
  dutyStatusWords,
  evidenceWords,
  numericDate,
  type DutyView,
  type Language,
} from '@app/domain';

/** The register of duties for a terminal: period, duty with its statute, and whose it is, how it stands and by what evidence. */
export function dutyLines(duties: readonly DutyView[], language: Language): string[] {
  let period = '';
  let duty = '';
  return duties.flatMap((item) => {
    const lines: string[] = [];
    const words = dutyPeriodWords(item.period)[language];
    if (words !== period) {
      lines.push('', words);
      [period, duty] = [words, ''];
    }
    if (item.duty !== duty) {
      lines.push(`  ${item.title} (${item.basis.text})`);
      duty = item.duty;
    }
    return [...lines, ...standingLines(item, language)];
  });
}

function standingLines({ organisation, status, reason, evidence }: DutyView, language: Language): string[] {
  return [
    `    ${organisation.name}: ${dutyStatusWords[status][language]}${reason === undefined ? '' : `. ${reason}`}`,
    ...evidence.map(
      (item) =>
        `      ${item.fulfils ? '+' : '·'} ${numericDate(item.on)[language]}  ${evidenceWords(item, language)} [${item.event.id}]`,
    ),
  ];
}
