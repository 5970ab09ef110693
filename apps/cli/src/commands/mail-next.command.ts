import { helsinkiDate, stopConditions } from '@app/domain';
import { type Instance, type UpcomingMail, upcomingMails, definitionOf } from '@app/workflows';
import type { Store } from '@app/store';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { print, printJson } from '../output/print';

type Options = { deadline?: string; limit: number; json?: true };

/** `mail next`: the mails a workflow will owe if nobody does anything. */
export function addMailNext(mail: Command): void {
  mail
    .command('next <workflow>')
    .description('the next mails of a workflow, if nobody does anything')
    .option('--deadline <name>', 'only those of the deadline')
    .addOption(new Option('--limit <number>', 'how many at most').default(3).argParser(limitArgument))
    .option('--json', 'print JSON only: { mails }')
    .action(async (workflow: string, { deadline, limit, json }: Options) => {
      const mails = await withStore(readSettings(), async (store) => {
        const instance = await workflowCalled(store, workflow);
        await noteReading(store, {
          county: instance.county,
          what: 'notification',
          how: 'mail next',
          subject: workflow,
        });
        const now = await store.now();
        return upcomingMails(definitionOf(instance.definition), instance, { now, limit, deadline });
      });
      if (json) return printJson({ mails: mails.map(asJson) });
      print(...(mails.length > 0 ? mails.map(lineOf) : ['No mail is to come.']));
    });
}

/** @throws CliError (refused) where there is no such workflow */
export async function workflowCalled(store: Store, id: string): Promise<Instance> {
  const found = await store.workflows.read(id.split('.')[0] ?? '', id);
  if (found) return found;
  throw refused(
    `There is no workflow ${id}.`,
    'Its id begins with the code of its county. GET /v1/workflows lists those there are.',
  );
}

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 50) throw new InvalidArgumentError('Give a number from 1 to 50.');
  return limit;
}

function asJson({ deadline, rung, ladder, at, notification: { template, to, data } }: UpcomingMail) {
  return { deadline, rung, at, template, to, data, stopsWhen: ladder === null ? [] : stopConditions(ladder) };
}

function lineOf({ deadline, rung, ladder, at, notification: { template, to } }: UpcomingMail): string {
  const [done] = ladder === null ? [] : stopConditions(ladder);
  const unless = done ? `  unless: ${done.text[messageLanguage()]}` : '';
  return `${helsinkiDate(at)}  ${deadline}  ${rung ?? 'the date passes'}  ${template} → ${to.organisation} ${to.audience}${unless}`;
}
