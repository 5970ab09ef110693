import { isStorable } from '../input/storable-text';
import { Problem } from '../problems/problem';
import { sealField } from '../access/desk/desk-sessions';

const formId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Form<Own extends string> = { own: Record<Own, string>; values: Map<string, string> };

/**
 * The fields of a form of the desk: its `own`, empty where they were not sent, and what somebody wrote. A field `form` makes sending it
 * twice the same as sending it once.
 * @throws Problem for what no form of ours sends
 */
export function submissionForm<Own extends string>(body: Uint8Array, own: readonly Own[]): Form<Own> {
  const found = Object.fromEntries(own.map((name) => [name, ''])) as Record<Own, string>;
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.from(body).toString('utf8'))) {
    if (name === sealField) continue;
    // Browsers send line ends as CRLF whatever was typed.
    const text = value.replaceAll(/\r\n?/g, '\n');
    if (!isStorable(text)) throw new Problem('malformed-request');
    const ownName = own.find((one) => one === name);
    if (ownName !== undefined) found[ownName] = text;
    else if (values.has(name)) throw new Problem('malformed-request');
    else values.set(name, text);
  }
  if ('form' in found && !formId.test(found.form as string)) throw new Problem('malformed-request');
  return { own: found, values };
}
