import { type Inbox, type SmtpFault, type SmtpRefusal, startInbox } from '@app/embedded';
import { seeded } from './seeded';

type Drawn<T> = readonly [share: number, fault: T][];

/** How often a stage goes wrong, and how; the rest goes well. */
const connection: Drawn<ReturnType<SmtpRefusal>> = [
  [0.01, { reply: 421, text: '4.3.2 Too busy' }],
  [0.01, 'reset'],
];
const sender: Drawn<ReturnType<SmtpRefusal>> = [
  [0.002, { reply: 421, text: '4.3.2 Closing' }],
  [0.005, { reply: 452, text: '4.3.1 Disk full' }],
];
const recipient: Drawn<ReturnType<SmtpRefusal>> = [
  [0.01, { reply: 450, text: '4.2.1 Mailbox busy' }],
  [0.005, { reply: 550, text: '5.1.1 No such user' }],
  [0.005, { reply: 552, text: '5.2.2 Mailbox full' }],
  [0.005, 'reset'],
];
const afterTheDot: Drawn<Awaited<ReturnType<SmtpFault>>> = [
  [0.01, { reply: 451, text: '4.7.0 Try again later' }],
  [0.005, { reply: 554, text: '5.7.1 Refused as spam' }],
  [0.02, 'drop-after-dot'],
  [0.001, 'hang'],
  [0.0003, 'trickle'],
];
/** The connection of this one breaks in every run, however short: a run without a mail of unknown outcome would show nothing. */
const alwaysDropped = 10;
/** Of the recipients, so many are greylisted: put off the first time, taken later. */
const greylisted = 0.3;

/** A mail server on which anything goes wrong now and then, drawn by the seed. `faults` counts what was drawn. */
export async function startFaultyServer(seed: number): Promise<{ inbox: Inbox; faults: Record<string, number> }> {
  const chance = seeded(seed);
  const faults: Record<string, number> = {};
  const seen = new Set<string>();
  let mails = 0;
  const draw = <T>(stage: string, drawn: Drawn<T>): T | undefined => {
    let left = chance();
    const found = drawn.find(([share]) => (left -= share) < 0)?.[1];
    if (found !== undefined) count(`${stage}: ${nameOf(found)}`);
    return found;
  };
  const count = (name: string) => (faults[name] = (faults[name] ?? 0) + 1);
  const inbox = await startInbox({
    refuse: (stage) => {
      if (stage.at === 'connection') return draw(stage.at, connection);
      if (stage.at === 'sender') return draw(stage.at, sender);
      const isNew = !seen.has(stage.address);
      seen.add(stage.address);
      if (isNew && chance() < greylisted) {
        count('recipient: greylisted');
        return { reply: 451, text: '4.7.1 Greylisted, please try again in five minutes' };
      }
      return draw(stage.at, recipient);
    },
    fault: () => {
      mails += 1;
      return draw('after the dot', mails === alwaysDropped ? [[1, 'drop-after-dot']] : afterTheDot) ?? 'accept';
    },
  });
  return { inbox, faults };
}

function nameOf(fault: unknown): string {
  return typeof fault === 'string' ? fault : String((fault as { reply: number }).reply);
}
