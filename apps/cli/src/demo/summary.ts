import { nameIn, type Plan, type Register } from '@app/domain';
import type { DrivenYear } from './run-demo';

/** What a reader wants to know after the year: how it went, who was late, what is not driven yet. */
export function summaryLines(
  { report, late, missing, from, to }: DrivenYear,
  plan: Plan,
  register: Register,
): string[] {
  const { workflows, requests, mails, duties, events, replay, notDriven, wallSeconds } = report;
  const fulfilled = duties.filter(({ status }) => status === 'fulfilled').length;
  const closed = workflows.filter(({ outcome }) => outcome === 'closed').length;
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(id, register)).join(', ') || '–';
  const titleOf = new Map(plan.entries.map(({ id, title, workflow }) => [id, title ?? workflow]));
  return [
    '',
    `${plan.title}: ${from} – ${to}, ${report.simulatedDays} days in ${wallSeconds} s`,
    `  workflows   ${closed} of ${workflows.length} closed`,
    `  answers     ${requests.answered} of ${requests.sent}; late: ${names(late)}; missing: ${names(missing)}`,
    `  mails       ${mails.accepted} of ${mails.owed} accepted; ${mails.rejected} rejected, ${mails.unknown} unknown, ${mails.suppressed} suppressed`,
    `  duties      ${fulfilled} of ${duties.length} fulfilled; see: vuosikello duties`,
    `  events      ${events.count} (${Math.round(events.size / 1024)} kB)`,
    `  log replay  ${replay.streams} streams, ${replay.differences} differences`,
    ...(notDriven.length > 0 ? ['Not yet driven by this version:'] : []),
    ...notDriven.map((id) => `  ${id} (${titleOf.get(id) ?? ''})`),
  ];
}

/** Where a reader can look on, while everything still runs. */
export function servingLines({ stage, readerKey, to }: DrivenYear, { county }: Plan): string[] {
  const { home, machine } = stage;
  return [
    '',
    `Everything still runs, on the evening of ${to}, until Ctrl-C:`,
    `  mails       ${home.inbox}`,
    `  API         ${machine.apiUrl}/v1   documentation: ${machine.apiUrl}/docs`,
    `  read key    ${readerKey}`,
    `  try         curl -H 'Authorization: Bearer ${readerKey}' '${machine.apiUrl}/v1/workflows?county=${county}'`,
    `  log replay  VUOSIKELLO_HOME=${home.folder} npx vuosikello log replay`,
  ];
}

/** What to do next when nothing was left running. */
export function nextLines(): string[] {
  return ['', 'To look around in it: npm run demo -- --serve', 'To run it in real time: npm start'];
}

function nameOf(id: string, { organisations }: Register): string {
  const organisation = organisations.find((candidate) => candidate.id === id);
  return organisation ? nameIn(organisation.name, 'fi') : id;
}
