/** A text with every e-mail address in it made unreadable: replies of mail servers repeat the recipient's. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'@,;:()\\]+@[^\s<>"'@,;:()\\]+/gu, '…');
}
