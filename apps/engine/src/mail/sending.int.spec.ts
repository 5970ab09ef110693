import { addMs, instant } from '@app/domain';
import type { SmtpFault } from '@app/embedded';
import { EngineScene } from '../../test/running-engine';
import { eventually } from '../../test/eventually';
import { settingsWith } from '../../test/settings';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('sending', () => {
  let scene: EngineScene;
  let fault: SmtpFault;

  beforeEach(async () => {
    fault = () => 'accept';
    scene = await EngineScene.open(monday, { fault: (message, session) => fault(message, session) });
  });
  afterEach(() => scene.close());

  /** Moves business time to what is due next, so many times, each when nothing is due any more. */
  async function goOn(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const at = await eventually('nothing is due', async () => {
        const [{ dueNow, leased }, next] = [await scene.work.counts(), await scene.work.nextDueAt()];
        return dueNow === 0 && leased === 0 ? next.at : undefined;
      });
      await scene.setClock(at);
    }
  }

  it('says of itself that no person wrote it, which county it is of, and where bounces go', async () => {
    await scene.startEngine();
    const sent = await scene.mail(await scene.askAsikkala(), 'advance-assignment', 'accepted');
    const [message] = scene.inbox.messages();
    const [, token] = /^09\.([0-9a-f]{32})$/.exec(message?.reportId ?? '') ?? [];
    expect(message).toMatchObject({ envelopeFrom: 'palautukset@vuosikello.example.invalid' });
    expect(message?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      'list-id': 'Vuosikello <vuosikello.09.vuosikello.example.invalid>',
      'message-id': `<${sent.digest}.${token}@vuosikello.example.invalid>`,
      date: 'Mon, 25 May 2026 06:00:00 +0000',
    });
    expect(message?.headers).not.toHaveProperty('precedence');
  });

  it('tries for five days what the server puts off, ever more seldom, and then gives it up with its last word', async () => {
    fault = () => ({ reply: 451, text: '4.7.1 not now' });
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const seen: number[] = [];
    const given = await eventually(
      'given up',
      async () => {
        const [found] = await scene.notifications(workflow);
        if (found?.state === 'rejected') return found;
        if (found && !seen.includes(found.attempts)) seen.push(found.attempts);
        await goOn(1);
        return undefined;
      },
      200_000,
    );
    expect(given.reply).toBe('not sent in its time: 451 4.7.1 not now');
    const events = await scene.store.workflows.events('09', given.id, { after: 0, limit: 100 });
    const lastedMs = Date.parse(events.at(-1)?.at ?? '') - Date.parse(monday);
    // The time to try ends on Saturday: on the next sending morning it is given up.
    expect(lastedMs).toBeLessThanOrEqual(7 * 24 * hourMs);
    expect(lastedMs).toBeGreaterThan(90 * hourMs);
    // Only in sending hours, and ever four hours: not dozens of times.
    expect(given.attempts).toBeGreaterThan(8);
    expect(given.attempts).toBeLessThan(25);
    expect(scene.inbox.messages()).toEqual([]);
  });

  it('does not tell of a day ahead that is over when the server has come back', async () => {
    const workflow = await scene.askAsikkala('09.test', '016', { dueOn: '2026-05-26', lastOn: '2026-08-21' });
    const [owed] = await scene.notifications(workflow);
    expect(owed?.state).toBe('queued');
    // Nothing that its deadline does by itself: the mail alone is looked at.
    const lateTuesday = instant('2026-05-26T21:00:00Z');
    await scene.setClock(addMs(lateTuesday, 8 * hourMs));
    await scene.startEngine();
    const ended = await eventually('ended', async () => {
      const [found] = await scene.notifications(workflow);
      return found && found.state !== 'queued' ? found : undefined;
    });
    expect(['rejected', 'suppressed']).toContain(ended.state);
    expect(scene.inbox.messages().map(({ subject }) => subject)).not.toContainEqual(expect.stringContaining('26.5.'));
  });

  it('keeps to the rate limit, and leaves nobody behind', async () => {
    const { sending } = settingsWith({});
    await scene.startEngine({ sending: { ...sending, perMinute: 2 } });
    for (const organisation of ['016', '081', '098', '111', '142'])
      await scene.askAsikkala(`09.rate-${organisation}`, organisation);
    const left = async () => (await scene.work.counts()).dueNow === 0 && (await scene.work.counts()).leased === 0;
    // Those that were looked at while another was still owed look again after a moment.
    await eventually('all are gathered', left);
    await scene.setClock(addMs(monday, minuteMs / 2));
    await eventually('the first have left', async () => scene.inbox.messages().length === 2 && (await left()));
    await scene.setClock(addMs(monday, 2 * minuteMs - 1));
    await eventually('the next have left', async () => scene.inbox.messages().length === 4 && (await left()));
    await scene.setClock(addMs(monday, 2 * minuteMs));
    await eventually('the last has left', () => scene.inbox.messages().length === 5);
    expect(new Set(scene.inbox.messages().map(({ messageId }) => messageId)).size).toBe(5);
  });
});
