const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * A stable id for a contact whose file gives none: the organisation and a 64-bit FNV-1a hash of organisation and address.
 * Ids stay in the event log for ever while contact data can be erased, so an id must not show the person's name; where
 * that is not enough, the file gives ids of its own.
 */
export function derivedContactId(organisationId: string, email: string): string {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(`${organisationId} ${email.toLowerCase()}`)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return `${organisationId}-${hash.toString(16).padStart(16, '0')}`;
}
