import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helsinkiDate } from '@app/domain';
import { urgencyOf } from '@app/mail';
import type { Notification } from '@app/store';
import { runDemo, type DrivenYear } from '../../apps/cli/src/demo/run-demo';
import { examplePlan, exampleRegister } from '../support/example-area';
import { command } from './command-line';
import { carriedBy, everyMail, received, requestId } from './driven-year';

const NEGOTIATION = '09.hyte-negotiation-2026';
const TERM = '09.council-term-negotiation-2025-2029';
const ACCOUNTS = '09.term-account-2025-2029';

describe('the year 2026 of Päijät-Häme, driven from start to end', () => {
  let year: DrivenYear;
  let mails: Notification[];
  let withoutDeputy: Notification[];

  beforeAll(async () => {
    year = await runDemo({ plan: examplePlan(), register: exampleRegister() });
    const owed = await everyMail(year);
    mails = owed.filter(({ state }) => state !== 'suppressed');
    withoutDeputy = owed.filter(({ reply }) => reply === 'no-deputy');
  });
  afterAll(async () => (year as DrivenYear | undefined)?.close());

  const outcomes = (definition: string): string[] =>
    year.report.workflows.filter((workflow) => workflow.definition === definition).map(({ outcome }) => outcome);
  const templates = (workflow: string): string[] =>
    mails.filter((mail) => mail.workflow === workflow).map(({ template }) => template);

  it('is driven until the agreement of the council term is signed', () => {
    const { county, year: driven, simulatedDays, log } = year.report;
    expect({ county, driven, simulatedDays, log }).toEqual({
      county: '09',
      driven: 2026,
      simulatedDays: 417,
      log: { verified: true, checkpoints: expect.any(Number) as number },
    });
    expect(year.report.workflows).toContainEqual({
      id: NEGOTIATION,
      definition: 'hyte-negotiation',
      version: 1,
      outcome: 'closed',
      startedOn: '2026-01-02',
      endedOn: '2027-01-29',
      waitsFor: null,
      because: null,
    });
  });

  it('drives every entry of the plan and closes every matter of the year, all its requests and handlings', () => {
    expect(year.report.notDriven).toEqual([]);
    const started = year.report.workflows.map(({ id }) => id);
    expect(started).toEqual(expect.arrayContaining(examplePlan().entries.map(({ id }) => `09.${id}`)));
    expect(outcomes('hyte-negotiation')).toEqual(['closed']);
    expect(outcomes('interface-board-meeting')).toEqual(Array(5).fill('closed'));
    expect(outcomes('wellbeing-report')).toEqual(['closed']);
    expect(outcomes('event')).toEqual(Array(4).fill('closed'));
    expect(outcomes('indicator-card')).toEqual(Array(3).fill('closed'));
    expect(new Set(outcomes('board-handling'))).toEqual(new Set(['closed']));
  });

  it('says of each open workflow what it waits for and why', () => {
    const open = year.report.workflows.filter(({ outcome }) => outcome !== 'closed');
    expect(open).toMatchObject([
      {
        id: TERM,
        outcome: 'open',
        endedOn: null,
        waitsFor: [{ part: 'coordinator', organisations: ['09'] }],
        because:
          "Awaiting the mid-term evaluation. Record the year's evaluation with the accounts: 30\u00a0June\u00a02027",
      },
      {
        id: ACCOUNTS,
        waitsFor: [{ part: 'municipalities', organisations: ['081'] }],
        because: "Awaiting the municipalities' accounts. Municipalities' accounts delivered: 30\u00a0June\u00a02026",
      },
      {
        id: `${ACCOUNTS}.answer-081-hyvinvointijohtaja`,
        waitsFor: [{ part: 'manager', organisations: ['081'] }],
        because: 'Escalated to the manager. Reply date: 30\u00a0June\u00a02026',
      },
    ]);
  });

  it('drives the council term until all councils have approved its agreement', async () => {
    const term = await year.stage.store.workflows.read('09', TERM);
    const { approvals } = term?.context as { approvals: Record<string, { meetingOn: string } | null> };
    expect(approvals['09']).toMatchObject({ decision: 'approve', meetingOn: '2027-02-08' });
    expect(Object.values(approvals)).not.toContain(null);
  });

  it('fulfils the duties by evidence of the log', () => {
    const { duties } = year.report;
    const ids = (status: string) => duties.filter((duty) => duty.status === status).map(({ id }) => id);
    const municipalities = exampleRegister().organisations.filter(({ kind }) => kind === 'municipality');
    expect(ids('fulfilled')).toEqual([
      'annual-negotiation:09:2026',
      'county-report:09:2026',
      ...municipalities.map(({ id }) => `takes-part:${id}:2026`),
      'county-account:09:2025-2029',
      ...['09', ...municipalities.map(({ id }) => id)].map((id) => `council-term-negotiation:${id}:2025-2029`),
      ...municipalities.filter(({ id }) => id !== '081').map(({ id }) => `municipal-account:${id}:2025-2029`),
    ]);
    expect(ids('open')).toEqual(['municipal-account:081:2025-2029']);
    // The plan has no entry for the municipalities' own reports, and nobody has entered them.
    expect(ids('missed')).toEqual(municipalities.map(({ id }) => `municipal-report:${id}:2026`));
    const [negotiation] = duties;
    const kinds = negotiation?.evidence.map(({ kind }) => kind) ?? [];
    const count = (kind: string) => kinds.filter((candidate) => candidate === kind).length;
    expect(negotiation?.basis).toMatchObject({ act: '612/2021', section: '7', moment: '4' });
    expect([count('invited'), count('answered'), count('held'), count('decision'), count('acknowledged')]).toEqual([
      1, 20, 1, 1, 10,
    ]);
    expect(negotiation?.evidence.find(({ fulfils }) => fulfils)).toMatchObject({
      on: '2026-08-27',
      text: 'The negotiation was held. Present: 10 municipalities and 9 other actors, 48 people in all. Invited: 10 municipalities and 11 other actors.',
      event: { stream: NEGOTIATION, type: 'NegotiationHeld' },
    });
    expect(
      negotiation?.evidence.filter(({ kind }) => kind === 'acknowledged').every(({ section }) => section !== null),
    ).toBe(true);
  });

  it('takes the wellbeing report through the board, the executive and the council, in the meetings of the plan', async () => {
    const report = await year.stage.store.workflows.read('09', '09.wellbeing-report-2025');
    const { decisions } = report?.context as { decisions: { body: string; meetingOn: string; section: string }[] };
    expect(decisions.map(({ body, meetingOn, section }) => [body, meetingOn, section])).toEqual([
      ['hyte-lautakunta', '2026-04-23', '14'],
      ['aluehallitus', '2026-05-11', '112'],
      ['aluevaltuusto', '2026-06-08', '41'],
    ]);
  });

  it('invites and asks 10 municipalities and 11 other actors', () => {
    const { organisations } = exampleRegister();
    expect(organisations.filter(({ kind }) => kind === 'municipality')).toHaveLength(10);
    expect(organisations.filter(({ kind }) => kind !== 'municipality')).toHaveLength(11);
    const invited = mails.filter(({ template }) => template === 'invitation').map(({ to }) => to.organisation);
    const asked = mails.filter(({ template }) => template === 'advance-assignment').map(({ to }) => to.organisation);
    expect(invited.sort()).toEqual(organisations.map(({ id }) => id).sort());
    expect(asked.sort()).toEqual(organisations.map(({ id }) => id).sort());
  });

  it('counts who answered late and who never did, and for whom', () => {
    const { requests } = year.report;
    expect(requests.sent).toBe(requests.answered + requests.missed);
    expect(year.asked.find(({ workflow }) => workflow === NEGOTIATION)).toEqual({
      workflow: NEGOTIATION,
      matter: 'HYTE negotiation 2026',
      sent: 21,
      answered: 20,
      late: 1,
      missed: 1,
      lateFrom: ['781'],
      missingFrom: ['081'],
    });
    expect(requests.sent).toBe(year.asked.reduce((sum, { sent }) => sum + sent, 0));
  });

  it.each(['781', '081'])(
    'reminds %s before its board’s agenda closes and three times before the date, tells it that it is late, and escalates',
    (organisation) => {
      const told = templates(requestId(organisation));
      // Whether it has been reached is asked on the day of the third reminder; which of the two comes first is left open.
      expect([3, 4]).toContain(told.indexOf('nobody-reached'));
      expect(told.toSpliced(told.indexOf('nobody-reached'), 1)).toEqual([
        'advance-assignment',
        // Its board meets for the last time before the summer on 9 June, with the materials due on 2 June.
        ...['reminder', 'reminder', 'reminder', 'reminder'],
        // To whoever answers, and to the deputy.
        ...['overdue', 'overdue'],
        'escalation-proposed',
        'escalation',
        ...(organisation === '781' ? ['receipt', 'registry-copy'] : []),
      ]);
    },
  );

  it('reminds nobody who has answered', () => {
    expect(templates(requestId('016'))).toEqual(['advance-assignment', 'receipt', 'registry-copy']);
  });

  it('asks for a completion and takes it, and takes an answer that was told on the telephone', () => {
    expect(
      templates(requestId('316')).filter((template) => template !== 'reminder' && template !== 'nobody-reached'),
    ).toEqual([
      'advance-assignment',
      ...['receipt', 'registry-copy'],
      'completion-request',
      ...['receipt', 'registry-copy'],
    ]);
    expect(templates(requestId('576'))).toContain('receipt');
  });

  it('a board that returned the item once has decided twice', async () => {
    const item = await year.stage.store.workflows.read('09', `${NEGOTIATION}.acknowledgement-111`);
    const { decisions } = item?.context as { decisions: { decision: string; meetingOn: string }[] };
    expect(decisions.map(({ decision, meetingOn }) => [decision, meetingOn])).toEqual([
      ['return', '2026-10-20'],
      ['note-and-forward', '2026-11-17'],
    ]);
  });

  it('every owed mail was accepted, but for deputies that there are not, and came into the inbox exactly once', () => {
    const { owed, accepted, rejected, unknown, suppressed } = year.report.mails;
    expect(owed).toBe(accepted + rejected + unknown + suppressed);
    expect([accepted, suppressed]).toEqual([mails.length, withoutDeputy.length]);
    const inInbox = year.stage.inbox.messages().map(({ messageId }) => messageId);
    expect([...inInbox].sort()).toEqual([...new Set(mails.map(({ messageId }) => messageId))].sort());
    expect(new Set(inInbox).size).toBe(inInbox.length);
    const shared = [...carriedBy(mails).values()].filter(({ length }) => length > 1);
    expect(year.report.mails.digests).toBe(shared.length);
    expect(shared.length).toBeGreaterThan(20);
    expect(readdirSync(year.stage.home.inbox).filter((name) => name.endsWith('.eml'))).toHaveLength(inInbox.length);
  });

  it('nobody got more than one routine mail a day, and nothing came later than it may', () => {
    const routine = mails.filter(({ digest }) => digest !== null);
    const places = routine.map(({ sentAt, messageId }) => {
      const [message] = year.stage.inbox.messages().filter((found) => found.messageId === messageId);
      return [`${message?.envelopeTo[0]} ${helsinkiDate(sentAt!)}`, messageId] as const;
    });
    const mailsOfPlaces = new Set(places.map(([place, messageId]) => `${place} ${messageId}`));
    expect(mailsOfPlaces.size).toBe(new Set(places.map(([place]) => place)).size);
    for (const { template, data, sentAt } of routine)
      expect(urgencyOf(template, data, helsinkiDate(sentAt!))).toBe('routine');
  });

  it('answer links are in the mails as received, and not in what is kept of them', () => {
    const link = /\/r\/[\w-]{20,}/;
    const asked = mails.filter(({ template }) => template === 'advance-assignment');
    expect(asked.flatMap((mail) => received(year, mail)).filter(({ text }) => link.test(text))).toHaveLength(21);
    expect(mails.filter(({ text }) => link.test(text ?? ''))).toEqual([]);
  });

  it('the log gives the stored state', () => {
    expect(year.report.replay).toEqual({ streams: year.report.workflows.length, differences: 0 });
    const { count, size, root } = year.report.events;
    expect(size).toBe(count);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
    expect(year.report.log.checkpoints).toBeGreaterThan(0);
    expect(year.report.events.count).toBeGreaterThan(500);
  });

  it('restarted nothing', () => {
    expect([year.stage.machine.engine.restarts, year.stage.machine.api.restarts]).toEqual([0, 0]);
  });
});

describe('vuosikello demo', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-demo-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('drives to a given date, writes the report, and leaves nothing behind', async () => {
    const file = join(folder, 'report.json');
    const { code, stdout, stderr } = await command(['demo', '--until', '2026-06-10', '--json', file], {
      TMPDIR: folder,
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('2026-06-01') });
    const report = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(report)).toEqual([
      ...['county', 'year', 'simulatedDays', 'workflows', 'requests', 'mails', 'duties', 'events', 'log', 'replay'],
      ...['notDriven', 'wallSeconds'],
    ]);
    expect(Object.keys(report.duties[0])).toEqual(['id', 'basis', 'status', 'evidence']);
    expect(report.simulatedDays).toBe(160);
    expect(report.workflows).toContainEqual(
      expect.objectContaining({ id: NEGOTIATION, outcome: 'open', endedOn: null, because: expect.any(String) }),
    );
    const { sent, answered, missed } = report.requests as Record<string, number>;
    expect(sent).toBe((answered ?? 0) + (missed ?? 0));
    expect(report.replay.differences).toBe(0);
    expect(stdout).toContain('Still open:\n');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('refuses a plan with errors', async () => {
    const { code, stderr } = await command(['demo', '--plan', 'data/paijat-hame-2025.yaml'], { TMPDIR: folder });
    expect(code).toBe(1);
    expect(stderr).toContain('blocked-day');
  });
});
