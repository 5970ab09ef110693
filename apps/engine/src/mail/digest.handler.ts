import { addMs, helsinkiDate, type Instant, type Recipient, type Register } from '@app/domain';
import { dueOnOf, personKey, recipientOf } from '@app/mail';
import type { Digest, Notification, Settled, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { chance } from '../clock/randomness';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { failed, finished, type Outcome, postponed, recorded, type WorkHandler, type WorkOf } from '../work/handler';
import { Departure } from './departure';
import { Journal } from './journal';
import { type Batch, Letters, type WrittenMail } from './letters';
import { ofNoDay } from './lifetime';
import { Registers } from './registers';
import { Silence } from './silence';
import { interruptedSettlement, isOwed, settlementOf } from './settlement';
import { MailTransport } from './transport';

type DigestWork = WorkOf<'digest'>;

/** How long it waits for others that are owed at the same moment. Business time. */
const longestGatheringMs = 10 * 60_000;
const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;
/** How often it is written anew at once because something changed under its hands. */
const mostWritings = 5;

/**
 * The mail of a day to one person: waits until nothing due can add to it, writes what it carries as one mail, and sends it as a mail
 * is sent. What is no longer wanted drops out; without anything to carry it is not sent. Where its day has passed before it could
 * leave, its notifications are looked at again, on their own.
 */
@Injectable()
export class DigestHandler implements WorkHandler<'digest'> {
  readonly kind = 'digest';

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly registers: Registers,
    private readonly silence: Silence,
    private readonly departure: Departure,
    private readonly letters: Letters,
    private readonly journal: Journal,
    private readonly transport: MailTransport,
    private readonly log: JsonLogger,
  ) {}

  async handle(work: DigestWork): Promise<Outcome> {
    const digest = await this.store.digests.read(work.county, work.payload.digest);
    if (digest === undefined) return failed('the digest does not exist');
    if (!isOwed(digest)) return finished;
    const now = await this.store.now();
    if (digest.state === 'sending') return this.record(work, digest, 0, interruptedSettlement(digest, now));
    const later = await this.departure.wait(work.county, now, 'send');
    if (later) return postponed(later.until, later.reason);
    // One that may have been taken is repeated as it was: it is still the mail of its day.
    if (digest.on < helsinkiDate(now) && digest.state !== 'unknown') return this.dissolve(work, digest);
    return isComplete(digest, now) ? this.send(work, digest, now) : postponed(nextLook(digest, now), 'more may come');
  }

  private async send(work: DigestWork, read: Digest, now: Instant): Promise<Outcome> {
    const register = await this.registers.at(work.county, now);
    if (register === undefined) return failed('the county has no register');
    let digest: Digest | undefined = read;
    for (let writing = 0; writing < mostWritings && digest !== undefined; writing += 1) {
      const batch = await this.batchOf(work, digest, register, now);
      if (batch === undefined) return this.dissolve(work, digest);
      const outcome = await this.sendAs(work, digest, batch);
      if (outcome !== 'changed') return outcome;
      digest = await this.store.digests.read(work.county, work.payload.digest);
    }
    return postponed(addMs(now, shortestPauseMs), 'it kept changing');
  }

  private async sendAs(work: DigestWork, digest: Digest, batch: Batch): Promise<Outcome | 'changed'> {
    const written = await this.written(work, digest, batch);
    if (written === undefined) return 'changed';
    const turn = await this.departure.turn(work, this.letters.addressFor(batch.recipient));
    if (turn) return postponed(turn.until, turn.reason);
    await this.letters.issueLinks(written);
    const notifications = batch.notifications.map(({ id }) => id);
    const begun = await this.store.digests.begin(work, { digest: digest.id, notifications, ...written.kept });
    if (begun === 'lost') return finished;
    if (begun === 'changed') return begun;
    const sent = await this.transport.send(this.letters.outgoing(batch, written));
    this.journal.note(sent, work.county, batch, written);
    const trying = { now: batch.now, lifetime: ofNoDay, chance: chance() };
    return this.record(work, digest, notifications.length, settlementOf(sent, triedBefore(digest, batch), trying));
  }

  /** What it carries now, the nearest date first; whatever has another reader by now, or is not to be told for a while, is taken out. */
  private async batchOf(
    work: DigestWork,
    { id, recipient: reader, notifications: carried }: Digest,
    register: Register,
    now: Instant,
  ): Promise<Batch | undefined> {
    const theirs: { notification: Notification; recipient: Recipient }[] = [];
    const others: string[] = [];
    for (const notification of carried) {
      const recipient = recipientOf(register, notification.to, helsinkiDate(now));
      const isTheirs = recipient !== undefined && personKey(register, recipient) === reader;
      if (isTheirs && !(await this.silence.over(notification, now))) theirs.push({ notification, recipient });
      else others.push(notification.id);
    }
    if (others.length > 0) await this.store.digests.takeOut(work, id, others);
    const recipient = theirs[0]?.recipient;
    const notifications = theirs.map(({ notification }) => notification).sort(byDate);
    return recipient && { notifications, register, recipient, now };
  }

  /** One that cannot be written must not keep the others back: it fails alone, for a person to look at. Undefined: it was taken out. */
  private async written(work: DigestWork, { id }: Digest, batch: Batch): Promise<WrittenMail | undefined> {
    try {
      return await this.letters.write(id, batch);
    } catch (error) {
      const problems = await Promise.all(
        batch.notifications.map(async (notification) => ({
          notification,
          problem: await this.problemOf(batch, notification),
        })),
      );
      const unwritable = problems.filter(({ problem }) => problem !== undefined);
      if (unwritable.length === 0 || unwritable.length === problems.length) throw error;
      for (const { notification, problem } of unwritable)
        await this.store.digests.takeOut(work, id, [notification.id], problem);
      return undefined;
    }
  }

  private async problemOf(batch: Batch, notification: Notification): Promise<string | undefined> {
    try {
      await this.letters.write(notification.id, { ...batch, notifications: [notification] });
      return undefined;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }

  private async dissolve(work: DigestWork, { id }: Digest): Promise<Outcome> {
    return (await this.store.digests.dissolve(work, id)) ? recorded : finished;
  }

  private async record(work: DigestWork, { id }: Digest, notifications: number, settled: Settled): Promise<Outcome> {
    const current = await this.store.digests.settle(work, { ...settled, digest: id });
    const facts = { digest: id, notifications, state: settled.state, reply: settled.reply };
    if (!current) this.log.warn('the lease had ended before the digest was recorded', facts);
    else if (settled.state === 'accepted') this.log.debug('digest', facts);
    else this.log.warn('digest', facts);
    return current ? recorded : finished;
  }
}

/** Whether nothing that is owed now can join it. One that has been tried before has waited before. */
function isComplete({ madeAt, mayGrow, state }: Digest, now: Instant): boolean {
  return !mayGrow || state !== 'queued' || now >= addMs(madeAt, longestGatheringMs);
}

/** A server that has put off its notifications on the days before is not asked more often for their being in a new mail. */
function triedBefore(digest: Digest, { notifications }: Batch): Digest {
  return { ...digest, attempts: Math.max(digest.attempts, ...notifications.map(({ attempts }) => attempts)) };
}

/** Looked at ever less often, so that a morning's digests do not crowd out what they wait for. */
function nextLook({ madeAt }: Digest, now: Instant): Instant {
  const waitedMs = Date.parse(now) - Date.parse(madeAt);
  return addMs(now, Math.min(Math.max(waitedMs, shortestPauseMs), longestPauseMs));
}

/** The nearest date first, then what has been owed longest; without a date last. */
function byDate(a: Notification, b: Notification): number {
  return keyOf(a).localeCompare(keyOf(b));
}

function keyOf({ template, data, owedAt, id }: Notification): string {
  return `${dueOnOf(template, data) ?? '9999-99-99'} ${owedAt} ${id}`;
}
