import { nameIn, taskWords } from '@app/domain';
import type { Store, Task } from '@app/store';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { refused, wrongUsage } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';

type Options = { county?: string; json?: true };

const pageSize = 200;

/** `tasks`: what people have to look at and nobody has closed, the oldest first. */
export function addTasks(program: Command): void {
  program
    .command('tasks')
    .description('what people have to look at')
    .option('--county <code>', 'which county; needed where there are several')
    .option('--json', 'print JSON only')
    .action(async ({ county, json }: Options) => {
      const { name, open } = await withStore(readSettings(), (store) => openTasks(store, county));
      const language = messageLanguage();
      const items = open.map(({ key: _key, ...task }) => {
        const { title, happened, matters, todo } = taskWords(task.kind);
        const says = { title: title[language], happened: happened[language], matters: matters[language] };
        return { ...task, ...says, todo: todo[language] };
      });
      if (json) {
        printJson({ items });
        return;
      }
      for (const { id, openedAt, title, organisation, contact, workflow, notification, happened, todo } of items) {
        const about = [organisation, contact, workflow, notification].filter((one) => one !== null);
        print(`${id}  ${openedAt.slice(0, 10)}  ${title}`, `  ${about.join('  ')}`, `  ${happened} ${todo}`, '');
      }
      note(`${nameIn(name, language)}: ${counted(items.length, 'open task')}.`);
    });
}

/** @throws CliError (wrong usage) when the county is not told and not plain; (refused) when it is not known */
async function openTasks(store: Store, asked: string | undefined) {
  const known = await store.register.counties();
  if (asked === undefined && known.length > 1)
    throw wrongUsage(
      `There are several counties here: ${known.map(({ code }) => code).join(', ')}.`,
      'Say which one: vuosikello tasks --county 09',
    );
  const county = known.find(({ code }) => asked === undefined || code === asked);
  if (!county) throw refused('No such county is known.', 'Import it first: vuosikello import organisations FILE');
  await noteReading(store, { county: county.code, what: 'task', how: 'tasks' });
  const open: Task[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await store.tasks.list(county.code, { status: 'open' }, { limit: pageSize, after });
    open.push(...items);
    if (next === null) return { name: county.name, open };
    after = next;
  }
}
