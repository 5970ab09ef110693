/** How an attempt to send ended. `unknown`: the connection broke when the mail may already have been taken. */
export type SmtpOutcome =
  | { kind: 'accepted'; reply: string }
  /** Certainly not taken. `relayAway` when the server was not there for any mail, so that it says nothing about this one. */
  | { kind: 'deferred'; reply: string; relayAway: boolean }
  | { kind: 'rejected'; reply: string }
  | { kind: 'unknown'; reply: string };

/** What nodemailer says of an attempt that failed. */
export type SmtpError = {
  message: string;
  code?: string | undefined;
  /** What was being said when it broke; `CONN` at any time in the connection, `API` before anything was said. */
  command?: string | undefined;
  response?: string | undefined;
  responseCode?: number | undefined;
};

/** The relay has something against us (login, encryption, its own state), not against the mail. */
const sessionCommands = /^(AUTH|EHLO|HELO|LHLO|STARTTLS|RSET)\b/;
const sessionErrors = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EDNS', 'EPROXY', 'EPROTOCOL']);
/** 421 closing, 454 no login now, 503 wrong order, 530, 534, 535, 538 a login or encryption is wanted. */
const sessionReplies = new Set([421, 454, 503, 530, 534, 535, 538]);

/**
 * Sorts out what a failed attempt means. `bodyBegun` says whether any of the mail itself had been handed over: before
 * that nothing can have been taken; after it only the relay's own reply tells, and without one nobody knows.
 */
export function classifySmtpError(error: SmtpError, bodyBegun: boolean): SmtpOutcome {
  const { code = '', command = '', responseCode } = error;
  const reply = error.response ?? error.message;
  if (responseCode !== undefined && responseCode >= 400) {
    const ofSession = sessionReplies.has(responseCode) || sessionErrors.has(code) || sessionCommands.test(command);
    if (responseCode < 500 || ofSession) return { kind: 'deferred', reply, relayAway: ofSession };
    return { kind: 'rejected', reply };
  }
  if (bodyBegun) return { kind: 'unknown', reply };
  // An address or a size that is refused before the relay is asked will not get better.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'rejected', reply };
  return { kind: 'deferred', reply, relayAway: true };
}
