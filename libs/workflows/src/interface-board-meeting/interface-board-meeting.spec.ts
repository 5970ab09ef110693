import type { Register } from '@app/domain';
import { civilDate, completePlan } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  afterMeeting,
  agendaSent,
  beginBoard,
  boardMeeting,
  cancelledBoard,
  items,
  meetingWithoutQuorum,
  quorateMeeting,
  skippedBoard,
  topicsAsked,
  topicsOf,
} from '../../../../test/support/interface-paths';
import { plannedStart } from '../planned-starts';
import type { BoardContext } from './interface-board-meeting.data';
import { interfaceBoardMeeting } from './interface-board-meeting.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as BoardContext;
const keysOf = ({ effects }: Given) => effects.children.map(({ key }) => key);
const told = ({ effects }: Given) => effects.tellChildren.map(({ key, command }) => `${key} ${command}`);
const mailed = ({ effects }: Given, template: string) =>
  effects.notifications
    .filter((mail) => mail.template === template)
    .map(({ to }) => (to.audience === 'respondent' ? to.organisation : `${to.organisation} ${to.audience}`));
const municipalities = ['016', '081', '098', '111', '142', '316', '398', '560', '576', '781'];
const reason = 'Syy.';
const day = (on: string, more: object = {}) => ({ on, basis: 'agreed', ...more });

/** The county's own contact for an interface, whom the example area lacks. */
function withCountyContact(topic: string): Register {
  const register = exampleRegister();
  const contacts = register.contacts.map((contact) =>
    contact.of === '09' && contact.roles.some(({ role }) => role === 'hyte-johtaja')
      ? { ...contact, interfaces: [topic] }
      : contact,
  );
  return { ...register, contacts };
}

describe('a meeting of the interface board', () => {
  it('asks the contacts of its topic in every municipality, two weeks before the meeting at the latest', () => {
    const so = topicsAsked();
    expect(contextOf(so).dates).toMatchObject({ topicsAsked: { on: '2026-01-21' }, itemsReady: { on: '2026-02-04' } });
    expect(keysOf(so)).toEqual(municipalities.map((id) => `answer-${id}-varautuminen-ja-turvallisuus`));
    expect(so.effects.children[0]?.data).toMatchObject({
      subject: 'interface-topics',
      audience: 'interface:varautuminen-ja-turvallisuus',
      title: { fi: 'Aiheet: varautuminen ja turvallisuus', sv: 'Ämnen: beredskap och säkerhet' },
      dueOn: '2026-02-04',
      voluntary: true,
      next: { on: '2026-02-18', place: 'Asikkala' },
    });
  });

  it('asks for each of two topics by itself, and the county where it has a contact for one', () => {
    const register = withCountyContact('asuminen-ja-elinymparisto');
    const so = topicsAsked(beginBoard('interface-board-2026-4', register));
    expect(keysOf(so)).toHaveLength(2 * municipalities.length + 1);
    expect(keysOf(so).filter((key) => key.includes('-016-') || key.includes('-09-'))).toEqual([
      'answer-016-asuminen-ja-elinymparisto',
      'answer-016-hyvinvoinnin-ja-terveyden-edistaminen',
      'answer-09-asuminen-ja-elinymparisto',
    ]);
  });

  it('is called after its day and its topics', () => {
    expect(interfaceBoardMeeting.matter(contextOf(beginBoard()))).toMatchObject({
      fi: 'Yhdyspintaneuvottelukunta 18.2.2026: varautuminen ja turvallisuus',
      sv: 'Delegationen för kontaktytor 18.2.2026: beredskap och säkerhet',
    });
  });

  it('invites every municipality with the agenda, and takes no more topics', () => {
    const so = agendaSent();
    expect(mailed(so, 'meeting-announced')).toEqual(municipalities);
    expect(so.effects.notifications[0]?.data).toMatchObject({
      text: [
        'Tervetuloa Asikkalaan.',
        '1. Varautumissuunnitelmat\nSuunnitelmat sovitetaan yhteen syksyyn mennessä.',
        '2. Kriisiviestintä',
      ].join('\n'),
    });
    expect(told(so)).toContain('answer-016-varautuminen-ja-turvallisuus close-request');
  });

  it("invites the county's own contact of a topic too", () => {
    const topic = 'varautuminen-ja-turvallisuus';
    const so = agendaSent(topicsAsked(beginBoard('interface-board-2026-1', withCountyContact(topic))));
    expect(mailed(so, 'meeting-announced')).toEqual([...municipalities, `09 interface:${topic}`]);
  });

  it('closes with a decision once its minutes are examined and published, and its log gives the same state', () => {
    const end = last(boardMeeting());
    expect(end.instance).toMatchObject({ status: 'closed', state: 'closed' });
    expect(Object.values(end.instance.deadlines).map(({ name, status }) => [name, status])).toEqual([
      ['topicsAsked', 'met'],
      ['itemsReady', 'met-late'],
      ['agenda', 'met'],
      ['meeting', 'met'],
      ['minutes', 'met'],
      ['published', 'met'],
    ]);
    expect(contextOf(end)).toMatchObject({
      held: { decisions: [{ goal: 'Yhteinen suunnitelma jokaisessa kunnassa' }] },
      publication: { extractsTo: ['016', '098'] },
    });
    for (const steps of [boardMeeting(), skippedBoard(), cancelledBoard()]) {
      const { instance, differences } = folded(interfaceBoardMeeting, last(steps));
      expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(last(steps).instance)), []]);
    }
  });

  it('ends with a decision or says why there is none, and has two examiners', () => {
    const issues = (record: object) =>
      agendaSent()
        .refuses('record-meeting', record, afterMeeting)
        .issues?.map(({ path }) => path);
    expect(issues({ ...quorateMeeting, decisions: [] })).toEqual(['whyNone']);
    expect(issues({ ...quorateMeeting, examiners: ['c-016-1', 'c-016-1'] })).toEqual(['examiners']);
    const none = { ...quorateMeeting, decisions: [], whyNone: 'Asiat palautettiin valmisteluun.' };
    expect(agendaSent().when('record-meeting', none, afterMeeting).instance.state).toBe('open.awaiting-minutes');
  });

  it('cannot decide without a quorum, and then needs a new day, which everybody invited hears', () => {
    const wrong = { ...quorateMeeting, quorate: false };
    const refused = agendaSent().refuses('record-meeting', wrong, afterMeeting);
    expect(refused.issues?.map(({ path }) => path)).toEqual(['decisions']);
    const so = agendaSent().when('record-meeting', meetingWithoutQuorum, afterMeeting);
    expect(so.instance).toMatchObject({ state: 'open.awaiting-new-date', deadlines: { meeting: { status: 'open' } } });
    expect(so.refuses('record-meeting', quorateMeeting).code).toBe('illegal-step');
    const late = { dates: { published: day('2026-03-20') }, reason };
    expect(so.refuses('reschedule', late).code).toBe('interface-board-meeting/needs-new-date');
    const dates = { meeting: day('2026-03-04'), minutes: day('2026-03-11'), published: day('2026-03-16') };
    const anew = so.when('reschedule', { dates, reason });
    expect(anew.instance).toMatchObject({
      state: 'open.awaiting-meeting',
      deadlines: { meeting: { status: 'open', dueOn: '2026-03-04' } },
    });
    expect(mailed(anew, 'meeting-moved')).toEqual(municipalities);
    const same = anew.refuses('record-meeting', quorateMeeting, { at: '2026-03-04T15:00:00+02:00' });
    expect(same.code).toBe('interface-board-meeting/recorded-already');
  });

  it('may leave out topics and items with a reason, but neither the agenda nor the meeting', () => {
    const [, , noItems, invited] = skippedBoard() as [Given, Given, Given, Given];
    expect(contextOf(noItems).steps).toMatchObject({
      topicsAsked: { skipped: 'Aiheet on jo sovittu.' },
      itemsReady: { skipped: 'Kokous on keskustelu.' },
    });
    expect(noItems.refuses('skip-step', { reason }).code).toBe('illegal-step');
    expect(invited.refuses('skip-step', { reason }).code).toBe('illegal-step');
  });

  it('takes up a topic that comes late, until the agenda has left', () => {
    const agreed = topicsAsked().when('record-items', items, { at: '2026-02-04T09:00:00+02:00' });
    const so = topicsOf('081', { late: true })(agreed).when('record-items', { items: [{ title: 'Sähkökatkot' }] });
    expect(contextOf(so)).toMatchObject({
      items: [{ title: 'Sähkökatkot' }],
      asked: { 'answer-081-varautuminen-ja-turvallisuus': { outcome: 'late' } },
    });
  });

  it('moves the open requests with its dates, and leaves them where only later ones move', () => {
    const asked = topicsOf('016')(topicsAsked());
    const moved = asked.when('reschedule', { dates: { meeting: day('2026-02-19', { place: 'Lahti' }) }, reason });
    expect(told(moved)).toEqual(
      municipalities.slice(1).map((id) => `answer-${id}-varautuminen-ja-turvallisuus reschedule`),
    );
    expect(moved.effects.notifications).toEqual([]);
    expect(told(asked.when('reschedule', { dates: { published: day('2026-03-20') }, reason }))).toEqual([]);
  });

  it('hands every open request of a municipality to the one it merges into, and asks who joins', () => {
    const begin = topicsAsked(beginBoard('interface-board-2026-4'));
    const topics = ['asuminen-ja-elinymparisto', 'hyvinvoinnin-ja-terveyden-edistaminen'];
    const joined = [{ organisation: '999', kind: 'municipality' }];
    const merged = begin.when('change-parties', { joined, left: [{ organisation: '781', successor: '999' }], reason });
    expect(told(merged)).toEqual(topics.map((topic) => `answer-781-${topic} succeed`));
    expect(keysOf(merged)).toEqual([]);
    const into = begin.when('change-parties', {
      joined: [],
      left: [{ organisation: '781', successor: '111' }],
      reason,
    });
    expect(told(into)).toEqual(topics.map((topic) => `answer-781-${topic} withdraw-unanswered`));
    const more = begin.when('change-parties', { joined, left: [], reason });
    expect(keysOf(more)).toEqual(topics.map((topic) => `answer-999-${topic}`));
  });

  it('invites who joins after the agenda and tells who leaves', () => {
    const change = {
      joined: [{ organisation: '049', kind: 'municipality' }],
      left: [{ organisation: '781', successor: null }],
    };
    const so = agendaSent().when('change-parties', { ...change, reason });
    expect([mailed(so, 'meeting-announced'), mailed(so, 'meeting-cancelled')]).toEqual([['049'], ['781']]);
    expect(keysOf(so)).toEqual([]);
  });

  it('is cancelled with a reason that everybody who knows of it hears, but not once it has been held', () => {
    const early = last(cancelledBoard());
    expect(mailed(early, 'meeting-cancelled')).toEqual(
      municipalities.map((id) => `${id} interface:varautuminen-ja-turvallisuus`),
    );
    expect(told(early)).toContain('answer-081-varautuminen-ja-turvallisuus withdraw');
    expect(mailed(agendaSent().when('cancel', { reason }), 'meeting-cancelled')).toEqual(municipalities);
    const held = agendaSent().when('record-meeting', quorateMeeting, afterMeeting);
    expect(held.refuses('cancel', { reason }).code).toBe('illegal-step');
  });

  it('refuses what comes too late or too early', () => {
    const late = { at: '2026-02-04T09:00:00+02:00' };
    expect(beginBoard().refuses('ask-topics', {}, late).code).toBe('interface-board-meeting/too-late');
    const agreed = topicsAsked().when('record-items', items);
    expect(agreed.refuses('send-agenda', {}, { at: '2026-02-19T09:00:00+02:00' }).code).toBe(
      'interface-board-meeting/too-late',
    );
    expect(agendaSent().refuses('record-meeting', quorateMeeting).code).toBe('interface-board-meeting/too-early');
    const held = agendaSent().when('record-meeting', quorateMeeting, afterMeeting);
    const minutes = { document: 'https://asiat.example.invalid/p', examinedOn: '2026-02-17' };
    expect(held.refuses('record-minutes', minutes).code).toBe('interface-board-meeting/before-meeting');
  });

  it('stands in the calendars of the contacts from the start, and of the respondents once they are invited', () => {
    const meetingOf = (so: Given) => interfaceBoardMeeting.meetings?.(contextOf(so), so.instance.state)[0];
    const audiences = (so: Given) => new Set(meetingOf(so)?.for.map(({ audience }) => audience));
    expect(meetingOf(beginBoard())).toMatchObject({ on: '2026-02-18', place: 'Asikkala', standing: 'fixed' });
    expect([...audiences(beginBoard())]).toEqual(['coordinator', 'interface:varautuminen-ja-turvallisuus']);
    expect(audiences(agendaSent()).has('respondent')).toBe(true);
    expect(meetingOf(last(boardMeeting()))).toMatchObject({ on: '2026-03-04', standing: 'held' });
  });

  it('is not started without its body, its municipalities or topics that the register knows', () => {
    const register = exampleRegister();
    const entry = completePlan(examplePlan(), register).plan.entries.find(({ id }) => id === 'interface-board-2026-1');
    if (!entry) throw new Error('no entry');
    const lacks = (changes: object, of: Partial<Register> = {}) => {
      const planned = plannedStart('09', { ...entry, ...changes }, { ...register, ...of });
      return planned && 'findings' in planned ? planned.findings.map(({ message }) => message.en) : [];
    };
    expect(lacks({})).toEqual([]);
    expect(lacks({ topics: [] })).toEqual([expect.stringContaining('no topics')]);
    expect(lacks({ topics: ['kuulento'] })).toEqual([expect.stringContaining('“kuulento”')]);
    expect(lacks({}, { bodies: [] })).toEqual([expect.stringContaining('yhdyspintaneuvottelukunta')]);
    expect(lacks({}, { organisations: [] })).toEqual([expect.stringContaining('no municipalities')]);
    expect(lacks({ dates: { meeting: entry.dates.meeting } })).toHaveLength(5);
  });

  it('moves with a changed plan', () => {
    const { dates } = contextOf(agendaSent());
    const entry = { id: 'x', workflow: 'interface-board-meeting', dates: { ...dates, meeting: day('2026-02-19') } };
    expect(interfaceBoardMeeting.replanned?.(entry as never, contextOf(agendaSent()), civilDate('2026-02-11'))).toEqual(
      {
        command: { name: 'reschedule', data: { dates: { meeting: day('2026-02-19') } } },
        findings: [],
      },
    );
  });

  it('goes on with the municipality into which others merge', () => {
    const register = exampleRegister();
    const change = { on: civilDate('2026-02-01'), kind: 'merger' as const, from: ['781'], into: '111' };
    const merged = { ...register, changes: [change] };
    const asks = interfaceBoardMeeting.areaChanged?.(change, merged, contextOf(topicsAsked()), civilDate('2026-02-01'));
    expect(asks?.command).toMatchObject({
      name: 'change-parties',
      data: { joined: [], left: [{ organisation: '781', successor: '111' }] },
    });
  });
});
