import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  answered,
  begin,
  child,
  compiled,
  decision,
  invited,
  organisations,
  toAcknowledgements,
  toInvitation,
} from '../../../../test/support/negotiation-stages';
import { exampleRegister } from '../../../../test/support/example-area';
import { standing } from '../kernel/standing';
import { partyOf } from './hyte-negotiation.planned';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const register = exampleRegister();
const asParty = (id: string) => {
  const found = organisations.find((organisation) => organisation.id === id);
  if (!found) throw new Error(id);
  return partyOf(found, register);
};
/** A municipality that a merger makes, with the body of one of the old ones. */
const vaaksy = { ...asParty('016'), organisation: '999' };
const ngo = { organisation: 'jarjesto-9', kind: 'other', body: null };
const reason = 'Kunnat yhdistyvät.';
const june = { at: '2026-06-01T09:00:00+03:00' };
const changed = (so: Given, { joined = [], left = [] }: { joined?: object[]; left?: object[] }, when: object = june) =>
  so.when('change-parties', { joined, left, reason }, when);
const refusal = (so: Given, data: object) =>
  so.refuses('change-parties', { joined: [], left: [], reason, ...data }, june).code;
const leaves = (organisation: string, successor: string | null) => ({ organisation, successor });
type Context = {
  parties: { organisation: string }[];
  answers: Record<string, string>;
  requests: Record<string, string>;
  acknowledgements: Record<string, { organisation: string; decision: string } | null>;
  handlings: Record<string, string>;
};
const contextOf = ({ instance }: Given) => instance.context as unknown as Context;
const waitingFor = ({ instance }: Given) =>
  standing(hyteNegotiation, instance).waitingFor.flatMap((one) => one.organisations);
const mailsOf = ({ effects }: Given) => effects.notifications.map(({ template, to }) => [template, to.organisation]);
const told = ({ effects }: Given) => effects.tellChildren.map(({ key, command }) => [key, command]);

function itIsWhatItsLogSays(so: Given): void {
  const { instance, differences } = folded(hyteNegotiation, so);
  expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(so.instance)), []]);
}

describe('a party that joins', () => {
  it('is just added before the invitation', () => {
    const so = changed(toInvitation(), { joined: [ngo] }, {});
    expect(so.lastEvents()).toEqual(['PartiesChanged']);
    expect(so.when('invite', {}, { at: '2026-05-25T09:00:00+03:00' }).effects.children).toHaveLength(22);
  });

  it('is invited and asked like everybody else while the reply date is ahead', () => {
    const so = changed(invited(), { joined: [ngo] });
    expect(mailsOf(so)).toEqual([['invitation', 'jarjesto-9']]);
    expect(so.effects.notifications[0]?.data).toMatchObject({ assignmentDueOn: '2026-08-17' });
    expect(so.effects.children).toMatchObject([
      { key: 'answer-jarjesto-9', workflow: 'information-request', data: { organisation: 'jarjesto-9' } },
    ]);
    expect(waitingFor(so)).toContain('jarjesto-9');
    itIsWhatItsLogSays(so);
  });

  it('is only invited once the reply date has come, and only recorded once the negotiation is over', () => {
    const late = changed(invited(), { joined: [ngo] }, { at: '2026-08-17T09:00:00+03:00' });
    expect(mailsOf(late)).toEqual([['invitation', 'jarjesto-9']]);
    expect(late.effects.notifications[0]?.data).not.toHaveProperty('assignmentDueOn');
    expect(late.effects.children).toEqual([]);
    const over = changed(toAcknowledgements(), { joined: [ngo] }, { at: '2026-10-20T09:00:00+03:00' });
    expect(over.lastEvents()).toEqual(['PartiesChanged']);
  });
});

describe('a party that leaves', () => {
  it('with no successor is not invited any more, and its request is withdrawn', () => {
    const so = changed(invited(), { left: [leaves('142', null)] });
    expect(told(so)).toEqual([['answer-142', 'withdraw-unanswered']]);
    expect(so.effects.notifications).toMatchObject([
      { template: 'cancelled', to: { organisation: '142' }, data: { what: 'invitation', reason } },
    ]);
    expect(contextOf(so).answers['142']).toBe('withdrawn');
    expect(waitingFor(so)).not.toContain('142');
    const noted = answered(so, '142', 'withdrawn');
    expect(contextOf(noted).answers['142']).toBe('withdrawn');
    itIsWhatItsLogSays(noted);
  });

  it('leaves nothing behind before the invitation', () => {
    const so = changed(toInvitation(), { left: [leaves('142', '316')] }, {});
    expect(so.lastEvents()).toEqual(['PartiesChanged']);
    expect(hyteNegotiation.concerns(so.instance.context as never)).not.toContain('142');
  });

  it('keeps the answer it has given, and is still found by it', () => {
    const so = changed(
      answered(invited(), '142'),
      { left: [leaves('142', '316')] },
      { at: '2026-08-11T09:00:00+03:00' },
    );
    expect(so.lastEvents()).toEqual(['PartiesChanged']);
    expect(contextOf(so).answers['142']).toBe('answered');
    expect(hyteNegotiation.concerns(so.instance.context as never)).toContain('142');
    const compiledThen = so.when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' });
    expect(compiledThen.effects.notifications).toHaveLength(20);
    // Its request ends with the others.
    expect(told(compiledThen)).toContainEqual(['answer-142', 'close-request']);
    expect(
      compiledThen.when(
        'record-negotiation',
        { heldOn: '2026-08-27', participants: [{ organisation: '142', people: 2 }] },
        { at: '2026-08-28T09:00:00+03:00' },
      ).instance.context,
    ).toMatchObject({ participants: [{ organisation: '142', people: 2 }] });
  });
});

describe('a merger of asked municipalities', () => {
  it('into one of them asks nobody twice: the one’s request is withdrawn, the other’s stands', () => {
    const so = changed(invited(), { left: [leaves('142', '316')] });
    expect(told(so)).toEqual([['answer-142', 'withdraw-unanswered']]);
    expect(so.effects.notifications).toMatchObject([
      { template: 'cancelled', to: { organisation: '142' }, data: { what: 'request', reason } },
    ]);
    expect(contextOf(so)).toMatchObject({
      answers: { 142: 'withdrawn', 316: 'asked' },
      requests: { 316: 'answer-316' },
    });
    // What the withdrawn request tells is not the successor's.
    expect(contextOf(answered(so, '142', 'withdrawn')).answers['316']).toBe('asked');
    itIsWhatItsLogSays(so);
  });

  it('into a new third one hands over one request, and withdraws the other', () => {
    const so = changed(invited(), { joined: [vaaksy], left: [leaves('016', '999'), leaves('576', '999')] });
    expect(so.effects.tellChildren).toMatchObject([
      {
        key: 'answer-016',
        command: 'succeed',
        data: {
          organisation: '999',
          organisationKind: 'municipality',
          body: { id: '016-hyvinvointilautakunta' },
          reason,
        },
      },
      { key: 'answer-576', command: 'withdraw-unanswered' },
    ]);
    expect(mailsOf(so)).toEqual([
      ['invitation', '999'],
      ['cancelled', '576'],
    ]);
    expect(so.effects.children).toEqual([]);
    const { answers, requests, parties } = contextOf(so);
    expect(answers).toMatchObject({ 999: 'asked', 576: 'withdrawn' });
    expect(answers).not.toHaveProperty('016');
    expect(requests).toMatchObject({ 999: 'answer-016' });
    expect(parties).toHaveLength(20);
    expect(waitingFor(so)).toContain('999');
    expect(contextOf(answered(so, '999', 'answered', undefined, 'answer-016')).answers['999']).toBe('answered');
    itIsWhatItsLogSays(so);
  });

  it('takes a note that was under way with the old name as the successor’s', () => {
    const so = changed(invited(), { joined: [vaaksy], left: [leaves('016', '999'), leaves('576', '999')] });
    const noted = answered(so, '016');
    expect(contextOf(noted).answers['999']).toBe('answered');
    expect(contextOf(noted).answers).not.toHaveProperty('016');
  });

  it('moves its dates like anybody’s: the request is still known by its key', () => {
    const so = changed(invited(), { joined: [vaaksy], left: [leaves('016', '999')] });
    const moved = so.when('reschedule', { dates: { assignmentDue: { on: '2026-08-19', basis: 'requested' } }, reason });
    expect(moved.effects.tellChildren).toContainEqual(
      expect.objectContaining({ key: 'answer-016', data: expect.objectContaining({ dueOn: '2026-08-19' }) as object }),
    );
  });

  it('goes on from merger to merger', () => {
    const first = changed(invited(), { joined: [vaaksy], left: [leaves('016', '999')] });
    const second = changed(first, { joined: [{ ...vaaksy, organisation: '998' }], left: [leaves('999', '998')] });
    expect(told(second)).toEqual([['answer-016', 'succeed']]);
    expect(contextOf(answered(second, '016')).answers['998']).toBe('answered');
  });

  it('does not ask the new one for what one of the old ones has answered', () => {
    const so = changed(
      answered(invited(), '016'),
      { joined: [vaaksy], left: [leaves('016', '999')] },
      { at: '2026-08-11T09:00:00+03:00' },
    );
    // It joins and could answer for itself, but the answer of its predecessor stands: it is asked nothing.
    expect(told(so)).toEqual([]);
    expect(so.effects.children).toEqual([]);
    expect(contextOf(so).answers).toMatchObject({ '016': 'answered' });
  });

  it('hands over a handling that is open, and leaves what was decided with the one who decided', () => {
    const note = { ...decision('note'), organisation: '016', body: '016-hyvinvointilautakunta' };
    const heard = toAcknowledgements().when('note-decision', note, child('acknowledgement-016'));
    const november = { at: '2026-11-02T09:00:00+02:00' };
    const so = changed(heard, { joined: [vaaksy], left: [leaves('016', '999'), leaves('576', '999')] }, november);
    expect(so.effects.tellChildren).toMatchObject([
      { key: 'acknowledgement-576', command: 'succeed', data: { organisation: '999' } },
    ]);
    expect(contextOf(so).acknowledgements['016']).toMatchObject({ organisation: '016', decision: 'note' });
    expect(contextOf(so).acknowledgements['999']).toBeNull();
    expect(waitingFor(so)).toContain('999');
    expect(waitingFor(so)).not.toContain('576');
    const underWay = so.when('note-decision', { ...note, organisation: '576' }, child('acknowledgement-576'));
    expect(contextOf(underWay).acknowledgements['999']).toMatchObject({ organisation: '576' });
    itIsWhatItsLogSays(underWay);
    const intoOther = changed(heard, { left: [leaves('142', '316')] }, november);
    expect(told(intoOther)).toEqual([['acknowledgement-142', 'withdraw']]);
    expect(mailsOf(intoOther)).toEqual([['cancelled', '142']]);
    expect(contextOf(intoOther).acknowledgements).not.toHaveProperty('142');
    const withdrawn = intoOther.when(
      'note-decision',
      { ...note, organisation: '142', decision: 'withdrawn', meetingOn: null, section: null },
      child('acknowledgement-142'),
    );
    expect(contextOf(withdrawn).acknowledgements).not.toHaveProperty('142');
    // It had been decided when the change came: what was decided stays.
    const decided = intoOther.when('note-decision', { ...note, organisation: '142' }, child('acknowledgement-142'));
    expect(contextOf(decided).acknowledgements['142']).toMatchObject({ decision: 'note' });
  });

  it('of one that comes back asks it anew, as another request', () => {
    const gone = changed(invited(), { left: [leaves('142', null)] });
    const back = changed(gone, { joined: [asParty('142')] });
    expect(back.effects.children).toMatchObject([{ key: 'answer-142--2' }]);
    expect(waitingFor(back)).toContain('142');
    // What the first request tells late is not of the new one.
    for (const outcome of ['withdrawn', 'answered'])
      expect(contextOf(answered(back, '142', outcome)).answers['142']).toBe('asked');
    const noted = answered(back, '142', 'answered', undefined, 'answer-142--2');
    expect(contextOf(noted).answers['142']).toBe('answered');
    itIsWhatItsLogSays(noted);
  });
});

describe('a change of parties', () => {
  it('given twice is refused, and says why', () => {
    const change = { joined: [vaaksy], left: [leaves('016', '999')] };
    const so = changed(invited(), change);
    expect(refusal(so, change)).toBe('hyte-negotiation/already-party');
    expect(refusal(so, { left: [leaves('016', '999')] })).toBe('hyte-negotiation/not-a-party');
  });

  it('names whom it knows nothing of', () => {
    const so = begin();
    expect(refusal(so, {})).toBe('hyte-negotiation/nothing-changes');
    expect(refusal(so, { left: [leaves('142', '999')] })).toBe('hyte-negotiation/unknown-successor');
    expect(refusal(so, { left: [leaves('142', '316'), leaves('316', '142')] })).toBe(
      'hyte-negotiation/unknown-successor',
    );
    expect(refusal(so, { left: [leaves('142', null), leaves('142', null)] })).toBe('hyte-negotiation/not-a-party');
    expect(refusal(so, { joined: [ngo, ngo] })).toBe('hyte-negotiation/already-party');
    expect(refusal(so, { left: organisations.map(({ id }) => leaves(id, null)) })).toBe('hyte-negotiation/no-parties');
  });

  it('is possible until the end, and touches no request that is closed', () => {
    const so = changed(compiled(), { left: [leaves('142', '316')] }, { at: '2026-08-24T09:00:00+03:00' });
    expect(so.lastEvents()).toEqual(['PartiesChanged']);
  });
});
