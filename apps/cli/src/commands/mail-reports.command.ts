import { countyOfReport, readReport } from '@app/mail';
import type { Store } from '@app/store';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { readMails } from '../files/read-mails';
import { counted, note, printJson } from '../output/print';

/** `mail reports`: takes delivery reports in, from a mail, an mbox file or a Maildir folder. What is no report is counted and left. */
export function addMailReports(mail: Command): void {
  mail
    .command('reports <path>')
    .description('take delivery reports in: a mail, an mbox file or a Maildir folder')
    .option('--json', 'print JSON only (it is JSON in any case)')
    .action(async (path: string, { json }: { json?: true }) => {
      const mails = await readMails(path);
      const counts = await withStore(readSettings(), (store) => noteAll(store, mails));
      printJson(counts);
      if (!json) note(`${counted(mails.length, 'mail')} read, ${counted(counts.marked, 'mail')} marked as bounced.`);
    });
}

const countedAs = {
  marked: 'marked',
  recorded: 'recorded',
  again: 'again',
  'other-recipient': 'otherRecipient',
  'unknown-mail': 'unknownMail',
} as const;

async function noteAll(store: Store, mails: readonly Uint8Array[]) {
  const counts = {
    mails: mails.length,
    marked: 0,
    recorded: 0,
    again: 0,
    otherRecipient: 0,
    unknownMail: 0,
    noReport: 0,
  };
  for (const raw of mails) {
    const { report } = await readReport(raw);
    const county = report && countyOfReport(report);
    if (!report) counts.noReport += 1;
    else if (county === null) counts.unknownMail += 1;
    else {
      const { outcome } = await store.deliveries.note(county, report);
      counts[countedAs[outcome]] += 1;
    }
  }
  return counts;
}
