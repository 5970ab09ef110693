import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  beginReport,
  cardFrom,
  cardsRequested,
  councilDecided,
  decisionOf,
  handledReport,
  indicators,
  municipalities,
  rejectedReport,
  reportWithBodies,
  wellbeingReport as wholeReport,
} from '../../../../test/support/report-paths';
import { evidenceIn } from '../kernel/read-evidence';
import { standing } from '../kernel/standing';
import { definitions } from '../registry';
import type { ReportContext } from './wellbeing-report.data';
import { wellbeingReport } from './wellbeing-report.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as ReportContext;
const told = ({ effects }: Given) => effects.tellChildren.map(({ key, command }) => `${key} ${command}`);
const evidenceOf = ({ events }: Given) => evidenceIn(definitions, '09', events);

describe('the wellbeing report', () => {
  it('asks each party for its own card, and waits for all of them', () => {
    const so = cardsRequested();
    const subjects = Object.fromEntries(
      so.effects.children.map(({ key, data }) => [key, (data as { subject: string }).subject]),
    );
    expect(subjects).toMatchObject({
      'answer-016': 'municipality-card',
      'answer-toimiala-1': 'sector-card',
      'answer-jarjesto-1': 'ngo-card',
    });
    expect(so.effects.children[0]?.data).toMatchObject({
      dueOn: '2026-02-27',
      lastOn: '2026-03-27',
      citation: 'countyReports',
      asksFor: 'municipality-card/2025',
      next: { on: '2026-04-23' },
    });
    expect(standing(wellbeingReport, so.instance).waitingFor[0]).toMatchObject({ part: 'respondents' });
  });

  it('gathers indicators beside the cards, and is not ready without them or a reason', () => {
    const compiled = cardsRequested().when('compile-cards', {}, { at: '2026-03-27T10:00:00+02:00' });
    const text = { summary: 'x', proposal: 'y' };
    expect(compiled.refuses('finish-report', text).code).toBe('wellbeing-report/indicators-missing');
    expect(indicators(compiled).when('finish-report', text, { at: '2026-04-10T10:00:00+03:00' }).instance.state).toBe(
      'open.awaiting-handling',
    );
    const skipped = compiled.when('skip-step', { reason: 'Aineisto viivästyi.' });
    expect(skipped.when('finish-report', text).instance.state).toBe('open.awaiting-handling');
    expect(skipped.refuses('skip-step', { reason: 'x' }).code).toBe('wellbeing-report/already-happened');
  });

  it('compiles no cards before all are in or their day has gone', () => {
    const so = cardFrom('016')(cardsRequested());
    expect(so.refuses('compile-cards', {}).code).toBe('wellbeing-report/cards-missing');
  });

  it('goes to the board, the executive and the council in the meetings of the plan', () => {
    const [handling] = reportWithBodies().effects.children;
    expect(handling).toMatchObject({ key: 'handling-1', workflow: 'board-handling' });
    const { bodies } = handling?.data as { bodies: { id: string; plannedOn: string }[] };
    expect(bodies.map(({ id, plannedOn }) => [id, plannedOn])).toEqual([
      ['hyte-lautakunta', '2026-04-23'],
      ['aluehallitus', '2026-05-11'],
      ['aluevaltuusto', '2026-06-08'],
    ]);
  });

  it('moves a body’s meeting in its handling, and follows one that the handling moves', () => {
    const moved = reportWithBodies().when('reschedule', {
      dates: { countyExecutive: { on: '2026-05-25', basis: 'decided' } },
      reason: 'Kokous siirtyi.',
    });
    expect(told(moved)).toEqual(['handling-1 reschedule']);
    expect(moved.instance.deadlines.countyExecutive).toMatchObject({ dueOn: '2026-05-25' });
    const steps = wholeReport();
    const followed = steps.find((so) => so.lastEvents()[0] === 'BodyMeetingsMoved') as Given;
    expect(contextOf(followed).dates.countyExecutive.on).toBe('2026-05-25');
  });

  it('is written anew where a body rejects it, and then goes to all of them again', () => {
    const rejected = decisionOf('hyte-lautakunta', '2026-04-23', '21', { decision: 'reject', last: true })(
      reportWithBodies(),
    );
    expect(rejected.instance.state).toBe('open.awaiting-report');
    const again = rejected.when('finish-report', { summary: 'x', proposal: 'y' }, { at: '2026-05-04T10:00:00+03:00' });
    expect(again.effects.children[0]).toMatchObject({ key: 'handling-2' });
    const { bodies } = again.effects.children[0]?.data as { bodies: { plannedOn: string | null }[] };
    expect(bodies.map(({ plannedOn }) => plannedOn)).toEqual(['2026-04-23', '2026-05-11', '2026-06-08']);
  });

  it('fulfils the county’s yearly duty when the council has handled it, with every body’s §', () => {
    expect(evidenceOf(beginReport())).toMatchObject([{ duty: 'county-report', weight: 'promises', on: '2026-06-08' }]);
    expect(evidenceOf(last(wholeReport())).map(({ weight, section, kind }) => [weight, section, kind])).toEqual([
      ['supports', '21', 'decision'],
      ['supports', '88', 'decision'],
      ['fulfils', '42', 'reported'],
      ['supports', undefined, 'published'],
    ]);
    expect(evidenceOf(last(rejectedReport()))).toEqual([]);
  });

  it('is published to every municipality, and closes when each has it', () => {
    const published = handledReport().when(
      'publish',
      { publishedOn: '2026-06-15', link: 'https://paijatha.example.invalid/raportti' },
      { at: '2026-06-15T10:00:00+03:00' },
    );
    expect(published.effects.notifications.map(({ to }) => to.organisation)).toEqual(municipalities);
    expect(published.effects.publications).toMatchObject([{ topic: 'report/2025', data: { section: '42' } }]);
    const refused = published.refuses('close', { receivedBy: municipalities.slice(1) });
    expect(refused.code).toBe('wellbeing-report/not-received-by-all');
    expect(refused.detail.en).toContain('016');
    expect(published.when('close', { receivedBy: municipalities }).instance.status).toBe('closed');
  });

  it('can be cancelled until the council has handled it', () => {
    const executive = decisionOf('aluehallitus', '2026-05-11', '88')(reportWithBodies());
    expect(told(executive.when('cancel', { reason: 'x' }))).toContain('handling-1 withdraw');
    expect(councilDecided(executive).refuses('cancel', { reason: 'x' }).code).toBe('wellbeing-report/already-handled');
  });

  it('goes from the design to the delivery, and its log gives the same state', () => {
    for (const end of [last(wholeReport()), last(rejectedReport())]) {
      const { instance, differences } = folded(wellbeingReport, end);
      expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
    }
    const end = last(wholeReport()).instance;
    expect(end.status).toBe('closed');
    expect(end.deadlines).toMatchObject({
      cardsDue: { status: 'met-late' },
      countyExecutive: { status: 'met', dueOn: '2026-05-25' },
      countyCouncil: { status: 'met' },
      delivered: { status: 'met' },
    });
  });
});
