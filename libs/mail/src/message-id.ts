/**
 * The Message-ID of a notification, `<id@domain>`: the same for every attempt, so that a repeat after an unknown
 * outcome can be recognised as the same mail.
 * @throws RangeError when the id or the domain holds a character that could end the header or the angle brackets.
 */
export function messageIdFor(notificationId: string, domain: string): string {
  if (!/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(notificationId)) {
    throw new RangeError('A notification id in a Message-ID has only letters, digits, hyphens, underscores and dots.');
  }
  if (!/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(domain)) {
    throw new RangeError('The domain of a Message-ID is a host name in ASCII.');
  }
  return `<${notificationId}@${domain}>`;
}
