import { Problem } from '../problems/problem';
import { isStorable } from '../input/storable-text';
import type { FormValues } from './form-values';

/** A form that somebody sent: the command, the version it was made for, and the form's own id. */
export type Submission = { command: string; version: number; formId: string; values: FormValues };

const ownFields = ['command', 'version', 'form'] as const;
const version = /^\d{1,9}$/;
const formId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a form as a browser sends it. @throws Problem for what no form of ours sends */
export function parseSubmission(body: Uint8Array): Submission {
  const sent = new URLSearchParams(Buffer.from(body).toString('utf8'));
  const own = ownFields.map((name) => sent.get(name) ?? '');
  const values = new Map<string, string>();
  for (const [name, value] of sent) {
    if (ownFields.some((field) => field === name)) continue;
    // Browsers send line ends as CRLF whatever was typed.
    const text = value.replaceAll(/\r\n?/g, '\n');
    if (values.has(name) || !isStorable(text)) throw new Problem('malformed-request');
    values.set(name, text);
  }
  const [command = '', seen = '', form = ''] = own;
  if (!version.test(seen) || !formId.test(form)) throw new Problem('malformed-request');
  return { command, version: Number(seen), formId: form, values };
}
