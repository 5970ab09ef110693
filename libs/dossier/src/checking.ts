import type { Language } from '@app/domain';
import type { Fact } from './facts';
import type { Proofs } from './proofs';
import { checkWords } from './words/check-words';
import { momentIn } from './words/moment';

/** A part of what a stranger is told of how to check a dossier, in the order of its fields. */
export type CheckingPart = { heading: string; text: string; facts: Fact[]; command: string | null; more: string[] };

/** How whoever was given a dossier checks it without us: its files, and its events where their proofs are in it. */
export function checkingOf(proofs: Proofs | undefined, language: Language): CheckingPart[] {
  const say = (word: keyof typeof checkWords) => checkWords[word][language];
  const files = { heading: say('files'), text: say('sums'), facts: [], command: 'sha256sum -c SHA256SUMS', more: [] };
  const heading = say('events');
  if (!proofs) return [files, { heading, text: say('unproved'), facts: [], command: null, more: [] }];
  const { checkpoint, signers } = proofs;
  const known = signers.length > 0 ? signers : [say('unknownKey')];
  const events = {
    ...{ heading, text: say('log') },
    facts: [
      { label: say('logName'), value: checkpoint.origin },
      { label: say('size'), value: String(checkpoint.size) },
      { label: say('root'), value: checkpoint.root.toString('base64') },
      { label: say('signed'), value: momentIn(language, checkpoint.at) },
      ...known.map((value) => ({ label: say('key'), value })),
    ],
    command: ['node verify-log.mjs log.ndjson', ...(signers.length > 0 ? signers : ['…'])].join(' --key '),
    more: [say('trust'), say('verifier'), say('limits')],
  };
  return [files, events];
}
