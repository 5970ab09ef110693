import { type CivilDate, type Language, nameIn, type Register } from '@app/domain';
import { shortDate } from '@app/mail';
import { audienceTitle, type Load, mailTitle, namingOf, type SimulatedMail, type Simulation } from '@app/workflows';
import { findingLines } from '../output/finding-lines';
import { monthTitle, reportWords } from './report-words';

type Say = (word: keyof typeof reportWords) => string;

/** A simulated year for a reader: month by month what happens, then who gets how much and when it piles up, then what collides. */
export function reportLines(simulation: Simulation, register: Register, language: Language, file: string): string[] {
  const say: Say = (word) => reportWords[word][language];
  const { assumed, leftOut, collisions, findings } = simulation;
  return [
    say('assumed'),
    ...assumed.map((text) => `  ${text[language]}`),
    say('leftOut'),
    ...leftOut.map((text) => `  ${text[language]}`),
    ...timelineLines(simulation, language, say),
    '',
    `${say('load')} (${say('loadHead')})`,
    ...simulation.load.map((load) => loadLine(load, register, language)),
    '',
    say('collisions'),
    ...listed(findingLines(collisions, language, file), say),
    ...section(say('findings'), findingLines(findings, language, file)),
    ...section(say('undelivered'), undeliveredLines(simulation, language)),
    ...section(say('notDriven'), notDrivenLines(simulation, language, say)),
    '',
    totalLine(simulation, say),
  ];
}

function timelineLines({ timeline, mails }: Simulation, language: Language, say: Say): string[] {
  const days = [...new Set([...timeline, ...mails].map(({ day }) => day))].sort();
  let month = '';
  return days.flatMap((day) => {
    const lines: string[] = [];
    if (day.slice(0, 7) !== month) {
      month = day.slice(0, 7);
      lines.push('', monthTitle(month)[language]);
    }
    const items = timeline.filter((item) => item.day === day);
    const entries = [...new Set(items.map(({ entry }) => entry))];
    lines.push(`  ${shortDate(day, language)}`);
    for (const entry of entries) {
      lines.push(`    ${entry ?? '–'}`);
      const own = items.filter((item) => item.entry === entry);
      lines.push(
        ...grouped(
          own.map(({ what, organisation, definition, event }) => ({
            line: what[language],
            // What many do alike on a day is one line.
            key: organisation === null ? `${event} ${what[language]}` : `${definition} ${event}`,
          })),
          reportWords.others[language],
        ),
      );
    }
    const letters = mails.filter((mail) => mail.day === day);
    if (letters.length > 0) lines.push(mailLine(letters, language, say));
    return lines;
  });
}

function grouped(items: readonly { line: string; key: string }[], others: string): string[] {
  const groups = new Map<string, { line: string; count: number }>();
  for (const { line, key } of items) {
    const known = groups.get(key);
    groups.set(key, { line: known?.line ?? line, count: (known?.count ?? 0) + 1 });
  }
  return [...groups.values()].map(
    ({ line, count }) => `      ${line}${count > 1 ? ` (${others.replace('{n}', String(count - 1))})` : ''}`,
  );
}

function mailLine(letters: readonly SimulatedMail[], language: Language, say: Say): string {
  const kinds = new Map<string, number>();
  for (const { template } of letters.flatMap(({ carries }) => carries))
    kinds.set(template, (kinds.get(template) ?? 0) + 1);
  const told = [...kinds].map(([template, count]) => `${mailTitle(template)[language]} × ${count}`);
  return `    ${say('mailsOfDay')}: ${letters.length} (${told.join(', ')})`;
}

function loadLine({ reader, total, busiestWeek, seats }: Load, register: Register, language: Language): string {
  const amounts = ({ mails, asks, steps }: Load['total']) => `${mails} / ${asks} / ${steps}`;
  const who = readerName(reader, register, language);
  const [seat] = seats;
  const of = seat ? seatTitle(seat, register, language) : '';
  return `  ${amounts(total).padStart(15)}  ${who}${of && `, ${of}`}; ${shortDate(busiestWeek.from, language)}: ${amounts(busiestWeek)}`;
}

function seatTitle({ organisation, audience }: Load['seats'][number], register: Register, language: Language): string {
  const { name } = namingOf(register).organisation(organisation, language);
  const found = register.interfaces.find(({ id }) => audience === `interface:${id}`);
  const title = found ? nameIn(found.name, language) : (audienceTitle(audience)?.[language] ?? audience);
  return `${name} (${title})`;
}

/** The person, by the register; a registry by its organisation. */
export function readerName(reader: string, register: Register, language: Language): string {
  const person = register.contacts.find(({ id }) => id === reader);
  if (person) return person.name;
  const of = reader.replace(/^registry:/, '');
  const organisation = register.organisations.find(({ id }) => id === of);
  const name = nameIn(organisation?.name ?? register.county.name, language);
  return `${name}: ${audienceTitle('registry')?.[language] ?? 'registry'}`;
}

function undeliveredLines({ undelivered }: Simulation, language: Language): string[] {
  return undelivered.map(
    ({ day, template, organisation, audience, reason }) =>
      `${shortDate(day, language)}  ${mailTitle(template)[language]}, ${organisation} ${audience}: ${reason}`,
  );
}

function notDrivenLines({ notDriven }: Simulation, language: Language, say: Say): string[] {
  const day = (on: CivilDate | null) => (on === null ? '' : ` ${shortDate(on, language)}`);
  return notDriven.map(
    ({ entry, workflow, deadline, dueOn, metOn, because }) =>
      `${workflow ?? entry ?? '–'}${deadline === null ? '' : ` ${deadline}`}${day(dueOn)}: ${because[language]}` +
      (metOn === null ? '' : ` (${say('metOn')}${day(metOn)})`),
  );
}

function totalLine({ counts, from, to }: Simulation, say: Say): string {
  const { workflows, mails, digests, suppressed } = counts;
  return (
    `${say('total')} ${from} – ${to}: ${workflows} ${say('workflows')}; ` +
    `${mails} ${say('mails')}, ${digests} ${say('digests')}; ${suppressed} ${say('suppressed')}.`
  );
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function listed(lines: readonly string[], say: Say): string[] {
  return (lines.length > 0 ? lines : [say('none')]).map((line) => `  ${line}`);
}
