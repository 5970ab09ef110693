import { Problem } from '../problems/problem';
import { isStorable } from '../input/storable-text';
import type { FormValues } from '../pages/form-values';

/** What the button does that was pressed. `remove` takes a file away, `reuse` fills the form from an earlier answer. */
export type Pressed =
  { what: 'send' | 'draft' | 'add' } | { what: 'remove'; file: string } | { what: 'reuse'; from: string };

/** A form that somebody sent: the command, the version and the draft it was made for, and the form's own id. */
export type Submission = {
  command: string;
  version: number;
  /** 0 where there was no draft. */
  draft: number;
  formId: string;
  pressed: Pressed;
  values: FormValues;
};

const ownFields = ['command', 'version', 'form', 'draft', 'do', 'from', 'files'] as const;
const version = /^\d{1,9}$/;
const formId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const removal = /^remove:([0-9a-f]{64})$/;

/** Reads a form as a browser sends it. @throws Problem for what no form of ours sends */
export function parseSubmission(body: Uint8Array): Submission {
  return submissionIn([...new URLSearchParams(Buffer.from(body).toString('utf8'))]);
}

/** The same for fields that have been read already. @throws Problem for what no form of ours sends */
export function submissionIn(sent: readonly (readonly [string, string])[]): Submission {
  const own = (field: (typeof ownFields)[number]) => sent.find(([name]) => name === field)?.[1] ?? '';
  const values = new Map<string, string>();
  for (const [name, value] of sent) {
    if (ownFields.some((field) => field === name)) continue;
    // Browsers send line ends as CRLF whatever was typed.
    const text = value.replaceAll(/\r\n?/g, '\n');
    if (values.has(name) || !isStorable(text)) throw new Problem('malformed-request');
    values.set(name, text);
  }
  const [seen, form, draft] = [own('version'), own('form'), own('draft') || '0'];
  if (!version.test(seen) || !formId.test(form) || !version.test(draft)) throw new Problem('malformed-request');
  return {
    command: own('command'),
    version: Number(seen),
    draft: Number(draft),
    formId: form,
    pressed: pressedIn(own('do'), own('from')),
    values,
  };
}

function pressedIn(button: string, from: string): Pressed {
  if (button === '' || button === 'send') return { what: 'send' };
  if (button === 'draft' || button === 'add') return { what: button };
  if (button === 'reuse') return { what: 'reuse', from };
  const [, file] = removal.exec(button) ?? [];
  if (file === undefined) throw new Problem('malformed-request');
  return { what: 'remove', file };
}
