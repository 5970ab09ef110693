/** Running numbers that the county's registry has given to the matters of the year, by the planned workflow. */
const matters: Readonly<Record<string, number>> = {
  'wellbeing-report': 112,
  'interface-board-meeting': 87,
  'indicator-card': 243,
  'term-account': 301,
  'hyte-negotiation': 539,
  'council-term-negotiation': 21,
};

/** The number under which the county's registry keeps a matter of the year, as the county writes them. */
export function caseNumberOf(workflow: string, year: number | string): string {
  return `${matters[workflow] ?? 1}/00.04.01/${year}`;
}
