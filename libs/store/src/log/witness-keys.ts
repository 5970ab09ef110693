import { parseVerifierKeys, type VerifierKey } from '@app/ledger';
import { z } from 'zod';

/** The setting LOG_WITNESS_KEYS, as all who take lines of witnesses read it; none unless given. `must` is how the setting's fault begins. */
export function witnessKeys(must: '' | 'must be ') {
  return z
    .string()
    .transform((text, context): VerifierKey[] => {
      try {
        return parseVerifierKeys(text);
      } catch {
        context.addIssue({ code: 'custom', message: `${must}verifier keys, name+hash+key, with spaces between them` });
        return z.NEVER;
      }
    })
    .default([]);
}
