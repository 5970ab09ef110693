import { helsinkiDate, helsinkiTime, nameIn, type Plan, type Register } from '@app/domain';
import { counted } from '../output/print';
import type { AskedBy } from './requests-report';
import type { WorkflowRow } from './workflow-row';
import type { DrivenYear } from './run-demo';

/** More than so many organisations are counted, not named. */
const mostNames = 4;

/** What a reader wants to know after the year: how it went, who was late, what is still open and why, what is not driven yet. */
export function summaryLines({ report, asked, from, to }: DrivenYear, plan: Plan, register: Register): string[] {
  const { workflows, requests, mails, duties, events, log, replay, notDriven, wallSeconds } = report;
  const fulfilled = duties.filter(({ status }) => status === 'fulfilled').length;
  const closed = workflows.filter(({ outcome }) => outcome === 'closed').length;
  const open = workflows.filter(({ outcome }) => outcome === 'open');
  const titleOf = new Map(plan.entries.map(({ id, title, workflow }) => [id, title ?? workflow]));
  return [
    '',
    `${plan.title}: ${from} – ${to}, ${report.simulatedDays} days in ${wallSeconds} s`,
    `  workflows   ${closed} of ${workflows.length} closed`,
    `  answers     ${requests.answered} of ${requests.sent}; ${requests.late} late, ${requests.missed} missing`,
    ...asked.map((one) => askedLine(one, register)),
    `  mails       ${mails.accepted} of ${mails.owed} accepted; ${mails.rejected} rejected, ${mails.unknown} unknown, ${mails.suppressed} suppressed; ${counted(mails.digests, 'mail')} carried several`,
    `  duties      ${fulfilled} of ${duties.length} fulfilled; see: vuosikello duties`,
    `  events      ${events.count}`,
    `  log         ${events.size} entries, ${counted(log.checkpoints, 'checkpoint')}, ${log.verified ? 'verified' : 'NOT VERIFIED; see: vuosikello log verify'}, root ${events.root}`,
    `  log replay  ${replay.streams} streams, ${replay.differences} differences`,
    ...openLines(open, register),
    ...(notDriven.length > 0 ? ['Not yet driven by this version:'] : []),
    ...notDriven.map((id) => `  ${id} (${titleOf.get(id) ?? ''})`),
  ];
}

/** Where a reader can look on, while everything still runs. */
export function servingLines({ stage, readerKey }: DrivenYear, { county }: Plan): string[] {
  const { home, machine } = stage;
  const now = stage.now();
  return [
    '',
    `Everything still runs until Ctrl-C; its clock stands at ${helsinkiTime(now)} on ${helsinkiDate(now)}:`,
    `  mails       ${home.inbox}`,
    `  desk        ${machine.apiUrl}/desk   sign in with a coordinator's key (see the README) or, to look only, with the read key`,
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

/** Who answered what one workflow asked for, and who did so late or not at all. */
function askedLine({ matter, sent, answered, lateFrom, missingFrom }: AskedBy, register: Register): string {
  const parts = [
    ...(lateFrom.length > 0 ? [`late: ${namesOf(lateFrom, register)}`] : []),
    ...(missingFrom.length > 0 ? [`missing: ${namesOf(missingFrom, register)}`] : []),
  ];
  return `  ${`${answered} of ${sent}`.padStart(10)}  ${[matter, ...parts].join('; ')}`;
}

/** What is still open and why; what it has started itself is only counted, as it waits for the same. */
function openLines(open: readonly WorkflowRow[], register: Register): string[] {
  const own = open.filter(({ id }) => !open.some((other) => id.startsWith(`${other.id}.`)));
  const started = open.length - own.length;
  return [
    ...(open.length > 0 ? ['Still open:'] : []),
    ...own.map((row) => openLine(row, register)),
    ...(started > 0 ? [`  and ${counted(started, 'request or handling', 'requests and handlings')} of theirs`] : []),
  ];
}

function openLine({ id, waitsFor, because }: WorkflowRow, register: Register): string {
  const organisations = waitsFor?.flatMap((part) => part.organisations) ?? [];
  const whom = organisations.length > 0 ? ` waits for ${namesOf(organisations, register)}` : '';
  return `  ${id}${whom}: ${because}`;
}

function namesOf(ids: readonly string[], register: Register): string {
  const organisations = [...new Set(ids)];
  if (organisations.length > mostNames) return `${organisations.length} organisations`;
  return organisations.map((id) => nameOf(id, register)).join(', ');
}

function nameOf(id: string, { county, organisations }: Register): string {
  const organisation = [county, ...organisations].find(
    (candidate) => ('id' in candidate ? candidate.id : candidate.code) === id,
  );
  return organisation ? nameIn(organisation.name, 'fi') : id;
}
