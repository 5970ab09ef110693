import { helsinkiInstant, instant } from '@app/domain';
import * as paths from '../../../test/support/example-paths';
import { folded, type Given } from '../../../test/support/given';
import { changedTerm, councilTerm, missedTerm, rejectedTerm } from '../../../test/support/term-paths';
import { isAwaited } from './kernel/instance';
import type { Deadline, Instance } from './kernel/instance';
import { evidenceIn } from './kernel/read-evidence';
import { definitionOf, definitions } from './registry';

const reason = { reason: 'Kunta selvittää asiaa.' };
const respondent = { role: 'respondent' as const };
const clock = { role: 'clock' as const };
const parent = { role: 'workflow' as const, by: '09.test.answer-016' };

const year = paths.negotiation();
const data = (key: string) => paths.childrenOf(year).find((child) => child.key.startsWith(key))?.data ?? null;
const request = () => paths.request(data('answer-016'))[0] as Given;
const awaitingAnswers = year.find(({ instance }) => instance.state === 'open.awaiting-answers') as Given;

const histories: [string, Given[]][] = [
  ['negotiation', year],
  ['cancelled negotiation', paths.cancelledNegotiation()],
  ['rescheduled negotiation', paths.rescheduledNegotiation()],
  ['changed negotiation', paths.changedNegotiation()],
  ['request', paths.request(data('answer-016'))],
  ['moved request', paths.movedRequest(data('answer-016'))],
  ['county handling', paths.countyHandling(data('hyte-board'))],
  ['municipal handling', paths.municipalHandling(data('acknowledgement-111'))],
  ['moved handling', paths.movedMunicipalHandling(data('acknowledgement-111'))],
  ['council term', councilTerm()],
  ['changed term', changedTerm()],
  ['missed term', missedTerm()],
  ['rejected term', rejectedTerm()],
  ['history entry', paths.history()],
];

const evidenceOf = ({ events }: Given) => evidenceIn(definitions, '09', events);
const nowOf = ({ events }: Given) => events.at(-1)?.at ?? instant('2026-01-01T00:00:00Z');

/** All that counts of a workflow from now on: without the numbers of its events and dates, and the rungs of days gone by. */
function fromNowOn(so: Given): Omit<Instance, 'version'> {
  const { version: _version, deadlines, ...rest } = so.instance;
  const later = ({ setNo: _setNo, rungs, ...deadline }: Deadline) => ({
    ...deadline,
    setNo: 0,
    rungs: rungs.filter(({ on }) => helsinkiInstant(on, '08:00') > nowOf(so)),
  });
  // What was entered as an official document stays one, whatever becomes of the step.
  const { records: _records, ...life } = rest.life;
  const known = Object.fromEntries(Object.entries(deadlines).map(([name, one]) => [name, later(one)]));
  return { ...rest, life, deadlines: known };
}

/** Those that hold after a date are counted anew where it went by; in these histories reminders are left out at will. */
function withoutLate({ deadlines, ...rest }: Omit<Instance, 'version'>) {
  const known = Object.values(deadlines).map(({ rungs, ...one }) => ({
    ...one,
    rungs: one.status === 'passed' ? [] : rungs,
  }));
  return { ...rest, deadlines: known };
}

describe.each(histories)('wherever a %s stands', (_, steps) => {
  it('to pause it and to go on at once changes nothing', () => {
    for (const so of steps.filter(({ instance }) => instance.status === 'open')) {
      const on = so.when('pause', reason).when('resume', reason);
      expect(withoutLate(fromNowOn(on))).toEqual(withoutLate(fromNowOn(so)));
      expect(evidenceOf(on)).toEqual(evidenceOf(so));
      expect(folded(definitionOf(on.instance.definition), on)).toEqual({ instance: on.instance, differences: [] });
    }
  });

  it('no deadline runs while it is paused', () => {
    for (const so of steps.filter(({ instance }) => instance.status === 'open')) {
      const { instance, effects } = so.when('pause', reason);
      const awaited = Object.values(instance.deadlines).filter(isAwaited);
      expect(awaited.map(({ status }) => status)).toEqual(awaited.map(() => 'paused'));
      expect([effects.timers, effects.notifications]).toEqual([[], []]);
    }
  });

  it('its end can be undone, with what it said of duties', () => {
    const end = steps.findIndex(({ instance }) => instance.status !== 'open');
    const [before, ended] = [steps[end - 1], steps[end]];
    if (!before || !ended) return;
    const again = ended.when('reopen', reason);
    const { deadlines: _deadlines, ...stands } = fromNowOn(again);
    const { deadlines: _were, ...stood } = fromNowOn(before);
    expect(stands).toEqual(stood);
    expect(evidenceOf(again)).toEqual(evidenceOf(before));
    expect(folded(definitionOf(again.instance.definition), again)).toEqual({
      instance: again.instance,
      differences: [],
    });
  });
});

describe('a paused negotiation', () => {
  const paused = () => awaitingAnswers.when('pause', reason);

  it('hears the answers of its requests, and tells those to stand still and to go on', () => {
    const still = paused();
    expect(still.effects.tellChildren).toHaveLength(still.instance.life.children.length);
    const heard = still.when('note-answer', { organisation: '016', outcome: 'answered', late: false }, parent);
    expect(heard.instance.context).toMatchObject({ answers: { '016': 'answered' } });
    expect(heard.refuses('compile-answers', {})).toMatchObject({ code: 'paused' });
    const on = heard.when('resume', reason);
    expect(on.effects.tellChildren.map(({ command }) => command)).toEqual(
      still.effects.tellChildren.map(() => 'resume'),
    );
    on.when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' });
  });

  it('has its dates moved with those of its requests, which stand still too', () => {
    const dates = { assignmentDue: { on: '2026-08-19', basis: 'requested' } };
    const moved = paused().when('reschedule', { dates, reason: 'Tila on varattu.' });
    expect(moved.effects).toMatchObject({ timers: [] });
    const told = moved.effects.tellChildren.find(({ key }) => key === 'answer-016');
    const child = request()
      .when('pause', reason, parent)
      .when(told?.command ?? '', told?.data, parent);
    expect(child.instance.deadlines).toMatchObject({ answer: { dueOn: '2026-08-19', status: 'paused' } });
    // The mail of the moved date goes at once: nobody keeps to a date that holds no more.
    expect(child.effects).toMatchObject({ timers: [], notifications: [{ template: 'rescheduled' }] });
  });
});

describe('a paused request', () => {
  const paused = () => request().when('pause', reason, { at: '2026-08-11T09:00:00+03:00' });

  it('takes an answer from its respondent, who may have it changed later', () => {
    const answer = { answers: { efforts: 'Liikunta.' } };
    const answered = paused().when('record-answer', answer, respondent);
    expect(answered.instance).toMatchObject({ state: 'received.answered', deadlines: { answer: { status: 'met' } } });
    expect(answered.effects.tellParent).toMatchObject([{ command: 'note-answer' }]);
    expect(answered.refuses('accept-answer', {})).toMatchObject({ code: 'paused' });
    expect(answered.when('resume', reason).effects.timers).toEqual([]);
  });

  it('tells the respondent of a date that went by only after that date has passed anew', () => {
    const on = paused().when('resume', reason, { at: '2026-08-28T10:00:00+03:00' });
    expect(on.effects.timers.map(({ rung, at }) => [rung, at.slice(0, 10)])).toEqual([
      [null, '2026-08-28'],
      ['overdue', '2026-08-31'],
      ['escalation', '2026-09-01'],
    ]);
    const passed = on.when('pass-deadline', { deadline: 'answer' }, { ...clock, at: '2026-08-28T10:00:00+03:00' });
    expect(passed.instance).toMatchObject({ state: 'open.overdue', deadlines: { answer: { status: 'passed' } } });
  });
});
