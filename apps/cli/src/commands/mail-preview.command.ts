import { helsinkiDate, type Language, languages } from '@app/domain';
import {
  ComposeError,
  type Mail,
  MailDataError,
  previewMail,
  previewSample,
  type TemplateName,
  templateNames,
} from '@app/mail';
import type { Store } from '@app/store';
import { definitionOf, upcomingMail } from '@app/workflows';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { writeWhole } from '../files/write-file';
import { refused, wrongUsage } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { workflowCalled } from './mail-next.command';

type Options = {
  workflow?: string;
  deadline?: string;
  rung?: string;
  notification?: string;
  template?: TemplateName;
  language?: Language;
  out?: string;
  json?: true;
};

type Shown = { template: string; language: Language; to: ReturnType<typeof previewMail>['to'] | null } & Mail;
type Told = { template: string; to: { organisation: string; audience: string }; data: unknown; link: boolean };

/** `mail preview`: a mail as it would be written now. Nothing is written to the database, and no link is issued. */
export function addMailPreview(mail: Command): void {
  mail
    .command('preview')
    .description('a mail as it would be written now')
    .addOption(
      new Option('--workflow <id>', 'a mail to come of the workflow: the next one').conflicts([
        'notification',
        'template',
      ]),
    )
    .option('--deadline <name>', 'of the workflow: the next one of this deadline')
    .option('--rung <key>', 'of the workflow: the one of this rung')
    .addOption(new Option('--notification <id>', 'one that is owed').conflicts('template'))
    .addOption(new Option('--template <name>', 'a template with its example data').choices(templateNames))
    .addOption(new Option('--language <code>', "the recipient's language unless given").choices(languages))
    .option('--out <file>', 'write the HTML to this file')
    .option('--json', 'print JSON only: { template, language, to, subject, text, html }')
    .action(async (options: Options) => {
      const { workflow, notification, template, deadline, rung, json, out } = options;
      if (workflow === undefined && notification === undefined && template === undefined)
        throw wrongUsage('Say which mail.', 'Give --workflow, --notification or --template.');
      if (workflow === undefined && (deadline ?? rung) !== undefined)
        throw wrongUsage('--deadline and --rung belong to a workflow.', 'Give --workflow too.');
      const shown = await shownBy(options);
      if (out !== undefined) {
        writeWhole(out, shown.html);
        note(`The HTML is in ${out}.`);
      }
      if (json) printJson(shown);
      else print(...headOf(shown), '', shown.text);
    });
}

async function shownBy(options: Options): Promise<Shown> {
  const { template, language } = options;
  if (template !== undefined) {
    const chosen = language ?? messageLanguage();
    return { template, language: chosen, to: null, ...previewSample(template, chosen) };
  }
  return withStore(readSettings(), async (store) => {
    const { county, told } = await toldIn(store, options);
    await noteReading(store, {
      county,
      what: 'notification',
      how: 'mail preview',
      subject: options.notification ?? options.workflow,
    });
    const register = await store.register.read(county);
    if (!register)
      throw refused(
        `The register of county ${county} is not known.`,
        'Import it: vuosikello import organisations FILE',
      );
    const on = helsinkiDate(await store.now());
    try {
      const { to, mail } = previewMail({ notification: told, register, on, link: told.link, language });
      return { template: told.template, language: to.language, to, ...mail };
    } catch (error) {
      if (!(error instanceof ComposeError) && !(error instanceof MailDataError)) throw error;
      throw refused(`The mail cannot be written: ${error.message}.`, 'Complete the register.');
    }
  });
}

async function toldIn(
  store: Store,
  { workflow = '', deadline, rung, notification }: Options,
): Promise<{ county: string; told: Told }> {
  if (notification !== undefined) {
    const told = await store.notifications.read(notification.split('.')[0] ?? '', notification);
    if (!told) throw refused(`There is no notification ${notification}.`, 'GET /v1/notifications lists them.');
    return { county: told.county, told };
  }
  const instance = await workflowCalled(store, workflow);
  const now = await store.now();
  const found = upcomingMail(definitionOf(instance.definition), instance, { now, deadline, rung });
  if (!found)
    throw refused(
      `${workflow} is not going to send this mail.`,
      `vuosikello mail next ${workflow} shows what it will send.`,
    );
  return { county: instance.county, told: { ...found.notification, link: found.notification.link ?? false } };
}

function headOf({ to, subject, language, template }: Shown): string[] {
  const whom = to ? `${to.organisation} ${to.audience} (${to.contact ?? to.via ?? 'nobody'})` : 'an example';
  return [`${template}, ${language}, to ${whom}`, subject];
}
