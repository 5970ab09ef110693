import { type Language, languages } from '@app/domain';
import { dossierFiles, dossierJson, type DossierRequest, zipped } from '@app/dossier';
import { parseVerifierKey } from '@app/ledger';
import type { Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { writeStreamed } from '../files/write-file';
import { keysToCheckWith } from '../log/log-keys';
import { note } from '../output/print';
import { workflowCalled } from './mail-next.command';

type Options = { out: string; language?: Language; json?: true; public?: true };

/** `dossier ID`: a workflow with all that it started, as one ZIP archive (or JSON) that can be given out of the house. */
export function addDossier(program: Command): void {
  program
    .command('dossier')
    .description('a workflow with all that it started, as one archive to be given out of the house')
    .argument('<id>', 'of which workflow')
    .requiredOption('--out <file>', 'where to write it')
    .addOption(new Option('--language <code>', 'of its pages; that of the locale unless given').choices(languages))
    .option('--json', 'as one JSON document, without the files')
    .option('--public', 'without restricted files and what is not public')
    .action(async (id: string, { out, language = messageLanguage(), json, public: onlyPublic }: Options) => {
      const settings = readSettings();
      await withStore(settings, async (store) => {
        const { county } = await workflowCalled(store, id);
        await noteReading(store, { county, what: 'dossier', how: 'dossier', subject: id });
        const madeAt = await store.now();
        const origin = (await store.log.checkpoint(county))?.origin;
        const keys = origin === undefined ? [] : keysToCheckWith(undefined, settings)(origin).map(parseVerifierKey);
        const request = { county, workflow: id, language, madeAt, mayReadAll: !onlyPublic, keys };
        await writeStreamed(out, await (json ? asJson(store, request) : asArchive(store, request)));
      });
      note(`Written to ${out}.`);
    });
}

async function asJson(store: Store, request: DossierRequest): Promise<AsyncIterable<string>> {
  return (await dossierJson(store, request)) ?? nothing();
}

async function asArchive(store: Store, request: DossierRequest): Promise<AsyncIterable<Uint8Array>> {
  const files = await dossierFiles(store, request);
  return files ? zipped(files, request.madeAt) : nothing();
}

function nothing(): never {
  throw new Error('The workflow has been disposed of meanwhile');
}
