import { isCivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Text } from '../text';
import { InvalidAddressError, parseAddress } from './address';
import type { Path } from './readable-register';
import * as messages from './register-messages';

/** The item that a value belongs to: its id, where it has one, and what it is called in a message. */
export type Subject = { entry: string | null; name: string };

type Validity = { validFrom?: string; validTo?: string };

/** Days that do not exist, and an end before the beginning. */
export function validityFindings(subject: Subject, { validFrom, validTo }: Validity, path: Path): Finding[] {
  const dates = [
    ...dateFindings(subject, validFrom, [...path, 'validFrom']),
    ...dateFindings(subject, validTo, [...path, 'validTo']),
  ];
  if (dates.length > 0 || validFrom === undefined || validTo === undefined || validFrom <= validTo) return dates;
  const message = messages.endsBeforeItBegins(subject.name, validFrom, validTo);
  return [{ ...error('invalid-date', subject.entry, [...path, 'validTo'], message), date: validTo }];
}

/** A day that does not exist. */
export function dateFindings({ entry, name }: Subject, on: string | undefined, path: Path): Finding[] {
  if (on === undefined || isCivilDate(on)) return [];
  return [{ ...error('invalid-date', entry, path, messages.noSuchDay(name, on)), date: on }];
}

/** A text that is not exactly one e-mail address. */
export function addressFindings({ entry, name }: Subject, address: string | undefined, path: Path): Finding[] {
  if (address === undefined || isAddress(address)) return [];
  return [error('invalid-address', entry, path, messages.notAnAddress(name, address))];
}

function isAddress(text: string): boolean {
  try {
    parseAddress(text);
    return true;
  } catch (cause) {
    if (cause instanceof InvalidAddressError) return false;
    throw cause;
  }
}

/** An id that nothing in the file has; nothing is said where the file does not tell which there are. */
export function unknownReference(
  code: keyof typeof messages.unknown,
  { entry, name }: Subject,
  id: string | undefined,
  known: ReadonlySet<string> | undefined,
  path: Path,
): Finding[] {
  if (id === undefined || known === undefined || known.has(id)) return [];
  return [error(code, entry, path, messages.unknown[code](name, id))];
}

export function error(code: string, entry: string | null, path: Path, message: Text): Finding {
  return { code, severity: 'error', entry, date: null, message, path };
}
