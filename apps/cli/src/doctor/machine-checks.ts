import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { SignerMemory, SignerMemoryError } from '@app/store';
import { logSigningFiles, mailJournalFolder } from '../composition/log-signing';
import type { Settings } from '../config/settings';
import { type Check, ok, problem, warning } from './check';

const leastNode = [24, 9] as const;
const leastFreeBytes = 2 * 1024 ** 3;
const answerLimitMs = 3_000;

export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return isNew
    ? ok('node', version)
    : problem('node', version, `Run the programs with Node.js ${leastNode.join('.')} or newer.`);
}

/** The space for what is written here: the embedded database, the journal, the signer's file. */
export async function diskCheck(folder: string): Promise<Check> {
  const { bavail, bsize, blocks } = await statfs(existsSync(folder) ? folder : '.');
  const free = bavail * bsize;
  const found = `${(free / 1024 ** 3).toFixed(1)} GiB free of ${((blocks * bsize) / 1024 ** 3).toFixed(1)}`;
  return free >= leastFreeBytes
    ? ok('disk', found)
    : problem('disk', found, 'Make room: a full disk stops the database. Old logs and backups first.');
}

export function signerChecks(settings: Settings): Check[] {
  const { keyFile, stateFile } = logSigningFiles(settings, settings.home);
  const checks: Check[] = [];
  if (!existsSync(keyFile))
    checks.push(
      warning('signing key', `${keyFile} is not there`, 'Nobody signs the log from here: docs/log.md, Key ceremony.'),
    );
  else if ((statSync(keyFile).mode & 0o077) !== 0)
    checks.push(
      problem('signing key', `others may read ${keyFile}`, `chmod 600 ${keyFile}, and find out who has read it.`),
    );
  else checks.push(ok('signing key', `${keyFile}, for its owner alone`));
  try {
    const counties = Object.keys(new SignerMemory(stateFile).read());
    checks.push(
      counties.length > 0
        ? ok('signer state', `${stateFile}: ${counties.join(', ')}`)
        : warning(
            'signer state',
            `${stateFile} knows of no log`,
            'Right before the first signature; else bring the file back (docs/log.md).',
          ),
    );
  } catch (error) {
    if (!(error instanceof SignerMemoryError)) throw error;
    checks.push(
      problem(
        'signer state',
        error.message,
        'Mend the path, the rights or the disk: docs/log.md, When the signer refuses.',
      ),
    );
  }
  const journal = mailJournalFolder(settings, settings.home);
  checks.push(
    existsSync(journal)
      ? ok('mail journal', journal)
      : warning(
          'mail journal',
          `${journal} is not there`,
          'Right before the first mail; else set MAIL_JOURNAL as for the engine.',
        ),
  );
  return checks;
}

/** Addresses that people and auditors see. */
export function addressCheck({ publicUrl, host, mailMode, smtpUrl }: Settings): Check {
  const stays = mailMode === undefined ? smtpUrl === undefined : /^(inbox|hold)$/.test(mailMode);
  // For trying it on one machine that is how it should be.
  if (publicUrl === undefined && stays && isLoopback(host))
    return ok('public address', 'PUBLIC_URL is not set: links in mails lead to this machine only');
  if (publicUrl === undefined)
    return warning(
      'public address',
      'PUBLIC_URL is not set',
      'Links in mails lead to this machine only. Set it to https://…',
    );
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:' || isLoopback(hostname)) return ok('public address', publicUrl);
  return problem('public address', publicUrl, 'Answers travel unprotected: serve it over https and set PUBLIC_URL.');
}

function isLoopback(host: string): boolean {
  return /^(localhost$|127\.|\[?::1\]?$)/.test(host);
}

/** Whether somebody answers as Redis does; without REDIS_URL the queue is in PostgreSQL, which is looked at by itself. */
export async function queueCheck({ redisUrl }: Settings): Promise<Check> {
  if (redisUrl === undefined) return ok('queue', 'on PostgreSQL');
  const { protocol, hostname, port } = new URL(redisUrl);
  const where = `${hostname}:${port || 6379}`;
  const said = await pinged(protocol === 'rediss:', hostname, Number(port || 6379));
  // Without a password it says that it wants one: it is there.
  return /^[+-]/.test(said)
    ? ok('queue', `Redis at ${where}`)
    : problem(
        'queue',
        `Redis at ${where} does not answer (${said})`,
        'Nothing is lost, work is slower. Start it again; it may be empty.',
      );
}

function pinged(isTls: boolean, host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = isTls ? connectTls({ host, port, servername: host }) : connect({ host, port });
    const end = (said: string) => {
      socket.destroy();
      resolve(said);
    };
    socket.setTimeout(answerLimitMs, () => end('no answer'));
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
    socket.on(isTls ? 'secureConnect' : 'connect', () => socket.write('PING\r\n'));
    socket.on('data', (bytes: Buffer) => end(bytes.toString('latin1').slice(0, 40)));
  });
}
