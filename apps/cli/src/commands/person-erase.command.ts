import { erasureKept, erasureRemains } from '@app/domain';
import type { Erased, Erasure, ErasureAnswer, Kept, TextPlace } from '@app/store';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { countyMeant } from '../registers/known-register';
import { type CliError, refused, wrongUsage } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';

type Options = { county?: string; reason?: string; dryRun?: true; text: string[]; json?: true };

const placeForm = /^(?<stream>[^#\s]+)#(?<seq>[1-9]\d*)(?<pointer>\/(?:data|note)(?:\/.*)?)$/;

/** `person erase ID`: erases a person's data and what is written about the person. */
export function addPersonErase(person: Command): void {
  person
    .command('erase')
    .description("erase a person's data, and the name wherever it is written; it cannot be undone")
    .argument('<id>', 'the id of the contact')
    .option('--county <code>', 'which county; needed where there are several')
    .option('--reason <words>', 'why; kept with the record of the erasure, without the name')
    .option('--text <place>', 'a text to erase whole: STREAM#NUMBER/data/…; may be repeated', collected, [])
    .option('--dry-run', 'only say what would be done')
    .option('--json', 'print JSON only')
    .action(async (id: string, options: Options) => {
      const texts = options.text.map(placeIn);
      const answer = await withStore(readSettings(), async (store) => {
        const county = await countyMeant(store, options.county);
        const erasure: Erasure = { county, person: id, texts, actor: { id: 'cli', role: 'admin' } };
        const { reason, dryRun } = options;
        return store.persons.erase({ ...erasure, reason, dryRun });
      });
      if (!('erased' in answer)) throw refusalOf(id, answer);
      if (options.json) printJson({ outcome: answer.outcome, ...answer.erased });
      else tell(answer.outcome, answer.erased);
    });
}

function collected(value: string, before: string[]): string[] {
  return [...before, value];
}

function placeIn(text: string): TextPlace {
  const { stream, seq, pointer } = placeForm.exec(text)?.groups ?? {};
  if (stream === undefined || seq === undefined || pointer === undefined)
    throw wrongUsage(`${text} is no place of a text.`, 'Say it so: 09.asked#4/data/answers/efforts');
  return { stream, seq: Number(seq), pointer };
}

function refusalOf(id: string, answer: Exclude<ErasureAnswer, { erased: unknown }>): CliError {
  switch (answer.outcome) {
    case 'unknown-person':
      return refused(`There is no contact ${id}.`, 'vuosikello export organisations FILE shows the ids.');
    case 'erased-before':
      return refused(`${id} was erased at ${answer.at}.`, 'Further texts are erased with --text STREAM#NUMBER/data/…');
    case 'mail-under-way':
      return refused('A mail to the person is leaving at this moment; nothing was erased.', 'Try again in a minute.');
    case 'no-such-texts':
      return refused(`There is no text at ${answer.texts.map(placeWords).join(', ')}; nothing was erased.`);
    case 'replay-differs':
      return refused(
        `The log of ${answer.workflow} does not give what is stored (${answer.detail}); nothing was erased.`,
        'Look into it first: vuosikello log replay',
      );
  }
}

function tell(outcome: 'erased' | 'would-erase', { person, removed, kept, doubtful, remains }: Erased): void {
  const language = messageLanguage();
  const { texts, events, workflows, links, calendars, rows } = removed;
  print(
    outcome === 'erased' ? `${person} has been erased.` : `${person} would be erased:`,
    `  ${counted(texts, 'text')} in ${counted(events, 'event')} of ${counted(workflows, 'workflow')}, ${counted(links, 'answer link')}, ${counted(calendars, 'calendar')}`,
    ...Object.entries(rows).map(([table, count]) => `  ${table}: ${counted(count, 'row')}`),
    ...kept.map((one) => `  kept: ${placeOf(one)}${erasureKept(whyOf(one))[language]}`),
    ...doubtful.map((one) => `  to be read: ${placeWords(one)}`),
    ...remains.map((what) => `  - ${erasureRemains(what)[language]}`),
  );
  if (doubtful.length > 0) note('What is about the person is erased with --text, in the same words.');
}

function whyOf(one: Kept) {
  return one.why === 'id' && one.telling ? 'telling-id' : one.why;
}

function placeOf(one: Kept): string {
  if ('pointer' in one) return `${placeWords(one)}: `;
  return 'organisation' in one ? `${one.organisation}: ` : '';
}

function placeWords({ stream, seq, pointer }: TextPlace): string {
  return `${stream}#${seq}${pointer}`;
}
