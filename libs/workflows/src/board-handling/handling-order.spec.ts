import { given } from '../../../../test/support/given';
import { boardHandling } from './board-handling.workflow';

/** The wellbeing report in the county's three bodies, with the meetings of 2026 that the example area has. */
const body = (id: string, presenter: string, plannedOn: string | null, meetings: string[], extractDaysAfter = 4) => ({
  id,
  name: { fi: id, sv: `sv ${id}` },
  meetings,
  materialsDaysBefore: 7,
  extractDaysAfter,
  presenter,
  plannedOn,
});
const boardMeetings = ['2026-04-23', '2026-05-21', '2026-06-11', '2026-08-20'];
const executiveMeetings = ['2026-05-11', '2026-06-01', '2026-08-17', '2026-09-14'];
const councilMeetings = ['2026-06-08', '2026-10-12'];
const input = {
  organisation: '09',
  preparedBy: 'presenter',
  subject: 'wellbeing-report',
  about: '2025',
  title: { fi: 'Hyvinvointiraportti', sv: 'Välfärdsrapporten', en: 'Wellbeing report' },
  bodies: [
    {
      ...body('hyte-lautakunta', 'hyte-johtaja', '2026-04-23', boardMeetings),
      caseNumberPattern: '{n}/{class}/{year}',
    },
    body('aluehallitus', 'hyvinvointialuejohtaja', '2026-05-11', executiveMeetings),
    body('aluevaltuusto', 'hyvinvointialuejohtaja', '2026-06-08', councilMeetings, 7),
  ],
  due: null,
  proposal: null,
  document: null,
  closes: '16:15',
};
const prepared = {
  proposal: 'Merkitään tiedoksi.',
  competence: 'Hallintosääntö 27 §',
  effectsAssessed: 'not-done',
  effects: 'Asia annetaan tiedoksi.',
};
const handling = (change: object = {}, at = '2026-04-10T10:00:00+03:00') =>
  given(boardHandling, { ...input, ...change }, { at });
const decide = (decision: string, meetingOn: string, more: object = {}) => ({
  decision,
  meetingOn,
  section: '36',
  ...more,
});
const meetingsOf = ({ instance }: ReturnType<typeof handling>) =>
  (instance.context as { bodies: { meetingOn: string | null }[] }).bodies.map(({ meetingOn }) => meetingOn);
const after = (day: string) => ({ at: `${day}T09:00:00+03:00` });

describe('a handling order', () => {
  it('keeps the meetings of the plan, and each body has its own presenter', () => {
    const begun = handling();
    expect(meetingsOf(begun)).toEqual(['2026-04-23', '2026-05-11', '2026-06-08']);
    expect(begun.effects.tellParent).toEqual([]);
    const second = begun
      .when('record-decision', decide('note-and-forward', '2026-04-23'), after('2026-04-24'))
      .when('send-extract', {}, after('2026-04-27'));
    expect(second.effects.notifications).toMatchObject([
      { template: 'board-item', to: { audience: 'hyvinvointialuejohtaja' }, data: { meetingOn: '2026-05-11' } },
    ]);
    expect(second.instance.deadlines.materials).toMatchObject({ dueOn: '2026-05-04', status: 'open' });
    expect(second.effects.tellParent).toMatchObject([
      { command: 'note-decision', data: { body: 'hyte-lautakunta', last: false, section: '36' } },
    ]);
  });

  it('finds the meetings itself where no plan gives them', () => {
    const bodies = input.bodies.map((one) => ({ ...one, plannedOn: null }));
    expect(meetingsOf(handling({ bodies }))).toEqual(['2026-04-23', '2026-05-11', '2026-06-08']);
  });

  it('moves the later meetings that a tabled case no longer reaches, warns the coordinator and tells the parent', () => {
    const tabled = handling().when('record-decision', decide('table', '2026-04-23'), after('2026-04-24'));
    expect(meetingsOf(tabled)).toEqual(['2026-05-21', '2026-06-01', '2026-10-12']);
    expect(tabled.instance.state).toBe('open.in-body.awaiting-decision');
    expect(tabled.effects.notifications).toMatchObject([
      {
        template: 'handling-order-moved',
        to: { organisation: '09', audience: 'coordinator' },
        data: {
          because: 'tabled',
          moves: [
            { body: { fi: 'hyte-lautakunta' }, was: '2026-04-23', on: '2026-05-21' },
            { body: { fi: 'aluehallitus' }, was: '2026-05-11', on: '2026-06-01' },
            { body: { fi: 'aluevaltuusto' }, was: '2026-06-08', on: '2026-10-12' },
          ],
        },
      },
    ]);
    expect(tabled.effects.tellParent).toEqual([
      {
        command: 'note-moved-meetings',
        data: {
          organisation: '09',
          meetings: [
            { body: 'hyte-lautakunta', was: '2026-04-23', on: '2026-05-21' },
            { body: 'aluehallitus', was: '2026-05-11', on: '2026-06-01' },
            { body: 'aluevaltuusto', was: '2026-06-08', on: '2026-10-12' },
          ],
        },
      },
    ]);
  });

  it('does not warn where the later meetings still hold', () => {
    const bodies = [input.bodies[0], { ...input.bodies[1], plannedOn: '2026-06-01' }];
    const tabled = handling({ bodies }).when('record-decision', decide('table', '2026-04-23'), after('2026-04-24'));
    expect(meetingsOf(tabled)).toEqual(['2026-05-21', '2026-06-01']);
    expect(tabled.effects.notifications).toEqual([]);
  });

  it('gives a returned case a meeting that new materials can reach', () => {
    const returned = handling().when('record-decision', decide('return', '2026-04-23'), after('2026-05-18'));
    expect(meetingsOf(returned)).toEqual(['2026-06-11', '2026-08-17', '2026-10-12']);
    expect(returned.instance.state).toBe('open.in-body.preparing');
    expect(returned.instance.deadlines.materials).toMatchObject({ dueOn: '2026-06-04' });
    expect(returned.effects.notifications.map(({ template }) => template)).toEqual([
      'handling-order-moved',
      'board-item',
    ]);
  });

  it('says that no meeting is known where a calendar holds none, and takes the day when it is told', () => {
    const bodies = [{ ...input.bodies[0], meetings: ['2026-04-23'] }, input.bodies[1]];
    const tabled = handling({ bodies }).when('record-decision', decide('table', '2026-04-23'), after('2026-04-24'));
    expect(meetingsOf(tabled)).toEqual([null, null]);
    expect(tabled.effects.notifications[0]?.data).toMatchObject({
      moves: [{ was: '2026-04-23' }, { was: '2026-05-11' }],
    });
    const told = tabled.when('place-on-agenda', { meetingOn: '2026-05-07' });
    expect(meetingsOf(told)).toEqual(['2026-05-07', '2026-06-01']);
    expect(told.instance.deadlines.decision).toMatchObject({ dueOn: '2026-05-08', status: 'open' });
  });

  it('moves a later body’s meeting, and what comes after it', () => {
    const moved = handling().when(
      'reschedule',
      { body: 'aluehallitus', meetingOn: '2026-06-01', reason: 'Kokous siirtyi.' },
      { role: 'workflow' },
    );
    expect(meetingsOf(moved)).toEqual(['2026-04-23', '2026-06-01', '2026-10-12']);
    // The parent moved the one itself, and hears of the other.
    expect(moved.effects.tellParent).toMatchObject([{ data: { meetings: [{ body: 'aluevaltuusto' }] } }]);
    expect(moved.effects.notifications.map(({ template }) => template)).toEqual(['handling-order-moved']);
    const refused = (data: object) => handling().refuses('reschedule', { reason: 'Kokous.', ...data }).code;
    expect(refused({ body: 'tarkastuslautakunta', meetingOn: '2026-06-01' })).toBe('board-handling/unknown-body');
    expect(refused({ body: 'aluehallitus', meetingOn: '2026-04-22' })).toBe('board-handling/out-of-order');
  });

  it('moves the next body’s meeting when the extract goes out only after it', () => {
    const late = handling()
      .when('record-decision', decide('note-and-forward', '2026-04-23'), after('2026-04-24'))
      .when('send-extract', {}, after('2026-05-12'));
    expect(meetingsOf(late)).toEqual(['2026-04-23', '2026-06-01', '2026-10-12']);
    expect(late.effects.notifications[0]).toMatchObject({
      template: 'handling-order-moved',
      data: { because: 'late' },
    });
  });

  it('warns at once where the plan’s meetings do not suffice for the order', () => {
    const bodies = [input.bodies[0], { ...input.bodies[1], plannedOn: '2026-04-27' }];
    const begun = handling({ bodies });
    expect(meetingsOf(begun)).toEqual(['2026-04-23', '2026-05-11']);
    expect(begun.effects.notifications.map(({ template }) => template)).toEqual(['handling-order-moved', 'board-item']);
    expect(begun.effects.tellParent).toMatchObject([{ data: { meetings: [{ was: '2026-04-27', on: '2026-05-11' }] } }]);
  });

  it('does not let a body decide before the one that comes first', () => {
    const second = handling()
      .when('record-decision', decide('approve', '2026-04-23'), after('2026-04-24'))
      .when('send-extract', {}, after('2026-04-27'));
    const refused = second.refuses('record-decision', decide('approve', '2026-04-20'), after('2026-05-12'));
    expect(refused.code).toBe('board-handling/out-of-order');
    expect(refused.detail.fi.replaceAll('\u00a0', ' ')).toContain('edellinen päivä on torstai 23.4.2026.');
    expect(second.refuses('place-on-agenda', { meetingOn: '2026-04-20' }).code).toBe('board-handling/out-of-order');
  });
});

describe('an item', () => {
  it('needs what an agenda needs, and keeps all that is told of it', () => {
    const refused = handling().refuses('mark-prepared', { proposal: 'Hyväksytään.', effectsAssessed: 'not-done' });
    expect(refused.code).toBe('board-handling/incomplete');
    expect(refused.detail.en).toContain(
      '“Competence (section of the administrative regulations)”, “The effects, or why',
    );
    const whole = {
      title: 'Hyvinvointiraportti 2025',
      caseNumber: '77/00.04.01/2026',
      reasons: 'Raportti kootaan vuosittain.',
      ...prepared,
      attachments: [{ title: 'Raportti', link: 'https://paijatha.example.invalid/raportti' }],
      appeal: 'prohibited',
      appealNote: 'Päätös koskee vain valmistelua.',
      extractsTo: 'Aluehallitus',
      preparer: '09-0123456789abcdef',
    };
    const { caseNumber, ...item } = whole;
    const done = handling().when('mark-prepared', whole);
    expect(done.instance.context).toMatchObject({ item, caseNumber });
    // What has been told once need not be told again.
    const again = done
      .when('record-decision', decide('return', '2026-04-23'), after('2026-04-24'))
      .when('mark-prepared', { proposal: 'Uusi ehdotus.' });
    expect(again.instance.context).toMatchObject({ item: { ...item, proposal: 'Uusi ehdotus.' } });
  });

  it('has a case number of its organisation’s form', () => {
    const refused = handling().refuses('mark-prepared', { ...prepared, caseNumber: 'HH-77' });
    expect(refused.code).toBe('board-handling/case-number');
    expect(refused.detail.fi).toContain('{n}/{class}/{year}');
    const wrong = decide('approve', '2026-04-23', { caseNumber: '77/2026' });
    expect(handling().refuses('record-decision', wrong, after('2026-04-24')).code).toBe('board-handling/case-number');
    const bodies = [input.bodies[1]];
    expect(handling({ bodies }).when('mark-prepared', { ...prepared, caseNumber: 'HH-77' }).instance.state).toBe(
      'open.in-body.awaiting-agenda',
    );
  });

  it('keeps who was there as counts and ids, never as names, and when and to whom the decision was served', () => {
    const more = {
      present: 11,
      disqualified: ['hyte-lautakunta-jasen-3'],
      appeal: 'prohibited',
      wording: 'Hyväksyttiin.',
    };
    const decided = handling({ bodies: [input.bodies[0]] })
      .when('mark-prepared', { ...prepared, extractsTo: 'Aluehallitus' })
      .when('record-decision', decide('approve', '2026-04-23', more), after('2026-04-24'));
    const named = decide('approve', '2026-04-23', { disqualified: ['Aino Esimerkki'] });
    expect(handling().refuses('record-decision', named, after('2026-04-24')).code).toBe('invalid-data');
    expect(decided.refuses('send-extract', { servedOn: '2026-04-22' }).code).toBe('board-handling/out-of-order');
    expect(decided.refuses('send-extract', { servedOn: '2026-04-28' }).code).toBe('board-handling/too-early');
    const sent = decided.when('send-extract', { servedOn: '2026-04-27' }, after('2026-04-27'));
    expect(sent.instance.context).toMatchObject({
      decisions: [{ ...more, extract: { sentOn: '2026-04-27', servedOn: '2026-04-27', recipients: 'Aluehallitus' } }],
    });
    expect(sent.effects.tellParent).toMatchObject([{ data: { extractsTo: 'Aluehallitus', last: true } }]);
  });

  it('tells the parent that staff gave the handling up, and not that the parent itself did', () => {
    expect(handling().when('close-handling', {}).effects.tellParent).toMatchObject([
      { command: 'note-decision', data: { decision: 'not-handled', last: true } },
    ]);
    expect(handling().when('close-handling', {}, { role: 'workflow' }).effects.tellParent).toEqual([]);
  });
});
