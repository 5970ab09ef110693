import { helsinkiDate } from '@app/domain';
import type { InboxMessage } from '@app/embedded';
import type { Notification } from '@app/store';
import type { WorkflowEvent } from '@app/workflows';
import { runDemo, type DrivenYear } from '../../apps/cli/src/demo/run-demo';
import type { Stage } from '../../apps/cli/src/demo/stage';
import { exampleRegister, negotiationPlan } from '../support/example-area';
import { carriedBy, everyMail, eventsOf, received } from './driven-year';

/** The reminders two weeks, one week and one day before the reply date, and what is done to the third mail of each. */
const midData = '2026-08-03';
const afterAcceptance = '2026-08-10';
const dropAfterDot = '2026-08-14';
const THIRD = 3;

/** So that what a killed engine held is free again after 15 s instead of 45. */
const quickLeases = { SMTP_TIMEOUT_SECONDS: '5', LEASE_SECONDS: '15', RECONCILE_SECONDS: '1' };

describe('the engine killed with kill -9 while it sends reminders', () => {
  let year: DrivenYear;
  let mails: Notification[];
  let streams: Map<string, WorkflowEvent[]>;
  const troubles: string[] = [];

  beforeAll(async () => {
    let stage: Stage | undefined;
    const [arrived, stored] = [new Map<string, number>(), new Map<string, number>()];
    const isThird = (counts: Map<string, number>, day: string, { subject }: InboxMessage): boolean => {
      if (stage === undefined || helsinkiDate(stage.now()) !== day || !subject.startsWith('Muistutus')) return false;
      counts.set(day, (counts.get(day) ?? 0) + 1);
      return counts.get(day) === THIRD;
    };
    year = await runDemo({
      plan: negotiationPlan(),
      register: exampleRegister(),
      until: negotiationPlan().entries.flatMap(({ dates }) => dates.answersCompiled ?? [])[0]!.on,
      engineSettings: quickLeases,
      onTrouble: (what) => troubles.push(what),
      smtpFault(mail) {
        if (isThird(arrived, midData, mail)) {
          stage?.machine.engine.kill();
          return 'hang';
        }
        return isThird(arrived, dropAfterDot, mail) ? 'drop-after-dot' : 'accept';
      },
      onStage(standing) {
        stage = standing;
        standing.inbox.onMessage((mail) => {
          if (isThird(stored, afterAcceptance, mail)) standing.machine.engine.kill();
        });
      },
    });
    mails = await everyMail(year);
    streams = new Map(
      await Promise.all(
        [...year.report.workflows, ...mails].map(async ({ id }) => [id, await eventsOf(year, id)] as const),
      ),
    );
  });
  afterAll(async () => (year as DrivenYear | undefined)?.close());

  const requests = (): WorkflowEvent[][] =>
    [...streams].filter(([id]) => /\.answer-[^.]+$/.test(id)).map(([, events]) => events);
  const wasUnknown = ({ id }: Notification): boolean =>
    streams.get(id)?.some(({ type }) => type === 'NotificationUnknown') ?? false;

  it('the engine came back each time', () => {
    expect(year.stage.machine.engine.restarts).toBe(2);
    expect(troubles).toHaveLength(2);
  });

  it('no reminder was lost and none fell due twice: one for each request that was open on the morning', () => {
    for (const [day, rung] of [
      [midData, 'T-14'],
      [afterAcceptance, 'T-7'],
      [dropAfterDot, 'T-1'],
    ]) {
      const open = requests().filter((events) =>
        events.every(({ type, at }) => type !== 'AnswerReceived' || helsinkiDate(at) >= day!),
      );
      const reminders = (events: WorkflowEvent[]): number =>
        events.filter(({ type, data }) => type === 'ReminderFellDue' && (data as { rung: string }).rung === rung)
          .length;
      expect(open.length).toBeGreaterThan(THIRD);
      expect(open.map(reminders)).toEqual(open.map(() => 1));
    }
  });

  it('no event is in the log twice', () => {
    for (const events of streams.values()) {
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      const commands = events
        .filter(({ kind }) => kind === 'fact')
        .map(({ commandId, type }) => `${commandId} ${type}`);
      expect(new Set(commands).size).toBe(commands.length);
    }
    expect(year.report.replay.differences).toBe(0);
  });

  it('every owed mail reached its end', () => {
    expect(year.report.mails).toMatchObject({ owed: mails.length, accepted: mails.length, rejected: 0, unknown: 0 });
  });

  it('only mails whose outcome was unknown came twice, with the same Message-ID, and nothing came that was not owed', () => {
    const copies = [...carriedBy(mails).values()].map(([mail]) => ({
      mail: mail!,
      count: received(year, mail!).length,
    }));
    expect(copies.filter(({ count }) => count === 0)).toEqual([]);
    expect(copies.filter(({ mail, count }) => count > 1 && !wasUnknown(mail))).toEqual([]);
    expect(copies.filter(({ count }) => count > 2)).toEqual([]);
    const total = copies.reduce((sum, { count }) => sum + count, 0);
    expect(year.stage.inbox.messages()).toHaveLength(total);
    expect(total).toBeGreaterThan(copies.length);
  });

  it('what was unknown was repeated once, and says so', () => {
    const unknown = mails.filter(wasUnknown);
    expect(unknown.length).toBeGreaterThanOrEqual(3);
    expect(unknown.map(({ repeats, state }) => ({ repeats, state }))).toEqual(
      unknown.map(() => ({ repeats: 1, state: 'accepted' })),
    );
    expect(mails.filter(({ repeats }) => repeats > 0)).toHaveLength(unknown.length);
  });

  it('the people noticed nothing: the answers are those of an undisturbed year', () => {
    expect(year.asked).toMatchObject([{ sent: 21, answered: 20, lateFrom: ['781'], missingFrom: ['081'] }]);
  });
});
