import type { CivilDate, Language, PlanDate } from '@app/domain';
import { shortDate } from '@app/mail';
import type { EntryPreview, PlanPreview } from '@app/workflows';
import { previewWords } from './preview-words';

type Say = (word: keyof typeof previewWords) => string;

/** What activating a plan would do, in words: what starts, which dates move, which mails were sent and which will go when. */
export function previewLines(preview: Omit<PlanPreview, 'findings'>, language: Language): string[] {
  const say: Say = (word) => previewWords[word][language];
  const { unchanged, revision, started, added, dropped, reworded, changes } = preview;
  if (unchanged) return [say('unchanged')];
  const lines = [
    ...started.map((id) => `  ${say('starts')}  ${id}`),
    ...added.map((entry) => `  ${say('comes')}  ${entry}`),
    ...dropped.map((entry) => `  ${say('leaves')}  ${entry}`),
    ...reworded.map((entry) => `  ${say('reworded')}  ${entry}`),
    ...changes.flatMap((change) => entryLines(change, language, say)),
  ];
  const heading = revision === 0 ? say('firstHeading') : `${say('heading')} ${revision}:`;
  return [heading, ...(lines.length > 0 ? lines : [`  ${say('textsOnly')}`])];
}

function entryLines(
  { entry, workflow, dates, deadlines, mails }: EntryPreview,
  language: Language,
  say: Say,
): string[] {
  const day = (on: CivilDate | null) => (on === null ? say('none') : shortDate(on, language));
  const move = (from: CivilDate | null, to: CivilDate | null) => `${day(from)} → ${day(to)}`;
  const rung = (of: { deadline: string; rung: string }) => `${of.deadline} ${of.rung}`;
  return [
    `  ${entry}${workflow === null ? ` ${say('planOnly')}` : ''}`,
    ...dates.map(
      ({ name, from, to, stays }) =>
        `    ${say('date')}  ${name}: ${dateWords(from, language, say)} → ${dateWords(to, language, say)}` +
        (stays ? ` ${say('stays')}` : ''),
    ),
    ...grouped(deadlines, ({ title, from, to }) => `${say('deadline')}  ${title[language]}: ${move(from, to)}`),
    ...grouped(mails.sent, ({ template, sentAt }) => `${say(sentAt === null ? 'leaving' : 'sent')}  ${template}`),
    ...grouped(mails.suppressed, ({ template }) => `${say('suppressed')}  ${template}`),
    ...grouped(mails.moved, (of) => `${say('moved')}  ${rung(of)}: ${move(of.from, of.to)}`),
    ...grouped(mails.dropped, (of) => `${say('dropped')}  ${rung(of)}: ${day(of.from)}`),
    ...grouped(mails.added, (of) => `${say('added')}  ${rung(of)}: ${day(of.to)}`),
    ...grouped(mails.owed, ({ template }) => `${say('owed')}  ${template}`),
  ];
}

/** One line for what is the same for many: a county has dozens of addressees. */
function grouped<Item>(items: readonly Item[], lineOf: (item: Item) => string): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(lineOf(item), (counts.get(lineOf(item)) ?? 0) + 1);
  return [...counts].map(([line, count]) => `    ${line}${count > 1 ? `  × ${count}` : ''}`);
}

function dateWords(date: PlanDate | null, language: Language, say: Say): string {
  if (!date) return say('none');
  const { on, at, until, place } = date;
  const time = at && (until === undefined ? at : `${at}–${until}`);
  return [shortDate(on, language), time, place].filter(Boolean).join(' ');
}
