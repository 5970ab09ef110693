import { civilDate } from '@app/domain';
import { changedExample, merger, transfer } from '../../../../test/support/changed-area';
import { folded, type Given } from '../../../../test/support/given';
import { changedTerm } from '../../../../test/support/term-paths';
import {
  approvedBy,
  begin,
  deadlineOf,
  held,
  municipalities,
  nearEnd,
  negotiation,
  noted,
  nothingOpen,
  sent,
  toNegotiation,
} from '../../../../test/support/term-stages';
import { areaChangedCommand } from '../area-changed';
import { evidenceIn } from '../kernel/read-evidence';
import { standing } from '../kernel/standing';
import { definitions } from '../registry';
import type { TermContext } from './council-term-negotiation.data';
import { councilTermNegotiation } from './council-term-negotiation.workflow';

const contextOf = ({ instance }: Given) => instance.context as unknown as TermContext;
const reason = 'Kuntaliitos.';
const leaves = (organisation: string, successor: string | null) => ({ organisation, successor });
const merged = { joined: ['990'], left: [leaves('142', '990'), leaves('316', '990')], reason };
const change = (so: Given, data: object = merged, at = '2027-02-10T09:00:00+02:00') =>
  so.when('change-municipalities', data, { role: 'workflow', at });
const without = (...gone: string[]) => municipalities.filter((organisation) => !gone.includes(organisation));
const sign = { signedOn: '2027-02-22' };
const signing = { at: '2027-02-22T12:00:00+02:00' };
const summer = '2026-07-01T09:00:00+03:00';
const negotiated = { at: '2026-11-12T16:00:00+02:00' };

describe('municipalities that merge while the term runs', () => {
  it('leave the negotiation to the new one', () => {
    const so = change(toNegotiation(), merged, summer);
    expect(contextOf(so).municipalities).toEqual([...without('142', '316'), '990']);
    expect(contextOf(so).approvals).toEqual(
      Object.fromEntries(['09', ...without('142', '316'), '990'].map((organisation) => [organisation, null])),
    );
    expect(councilTermNegotiation.concerns(contextOf(so))).toContain('990');
    const present = (organisation: string) => ({ ...negotiation, participants: [{ organisation, people: 2 }] });
    expect(so.when('record-negotiation', present('990'), negotiated).instance.state).toContain('agreeing');
    expect(so.refuses('record-negotiation', present('142'), negotiated)).toMatchObject({ code: 'invalid-data' });
  });

  it('are not waited for any more, and the new one is; what one of them decided stays on record', () => {
    const so = change(approvedBy(['09', ...without('316')]));
    expect(contextOf(so).approvals).toMatchObject({ 142: { decision: 'approve' }, 990: null });
    expect(contextOf(so).approvals).not.toHaveProperty('316');
    expect(standing(councilTermNegotiation, so.instance).waitingFor).toEqual([
      { part: 'councils', organisations: ['990'] },
    ]);
    expect(so.refuses('record-agreement', sign, signing)).toMatchObject({
      code: 'council-term-negotiation/not-approved-by-all',
      detail: { en: expect.stringContaining('Not approved by: 990.') as string },
    });
    const [told] = so.effects.tellChildren;
    expect(told).toMatchObject({ key: 'approval-316', command: 'succeed', data: { organisation: '990', reason } });
    expect(so.effects.children).toEqual([]);
    const all = noted(so, '990', {}, '2027-02-12T10:00:00+02:00', 'approval-316');
    expect(deadlineOf(all, 'municipalities')?.status).toBe('met');
    expect(all.when('record-agreement', sign, signing).instance.state).toContain('in-force');
  });

  it('have no open case left where nobody goes on with it; what it had decided meanwhile still stands', () => {
    const so = change(sent(), { joined: [], left: [leaves('781', null)], reason });
    expect(so.effects.tellChildren).toMatchObject([{ key: 'approval-781', command: 'withdraw', data: { reason } }]);
    expect(contextOf(noted(so, '781', { decision: 'withdrawn', meetingOn: null })).approvals).not.toHaveProperty('781');
    expect(contextOf(noted(so, '781')).approvals['781']?.decision).toBe('approve');
  });

  it('are given a case of their own where they take none over, with the council that the register knows', () => {
    const council = { id: '990-valtuusto', name: { fi: 'Valtuusto', sv: 'Fullmäktige' }, meetings: ['2027-03-01'] };
    const councils = { 990: { ...council, materialsDaysBefore: 7, extractDaysAfter: 7 } };
    const due = { on: '2027-04-09', basis: 'requested' };
    const so = change(approvedBy(['142', '316']), { ...merged, councils });
    expect(so.effects.children).toMatchObject([{ key: 'approval-990', data: { bodies: [council], due } }]);
    expect(change(held()).effects.children).toEqual([]);
  });

  it('set the date of the approvals anew where all had approved, and meet it where only the one that leaves had not', () => {
    const all = approvedBy(['09', ...municipalities]);
    expect(deadlineOf(all, 'municipalities')?.status).toBe('met');
    expect(deadlineOf(change(all), 'municipalities')).toMatchObject({ status: 'open', setNo: 2 });
    const moved = change(approvedBy(['09', ...without('781')]), { joined: [], left: [leaves('781', null)], reason });
    expect(deadlineOf(moved, 'municipalities')?.status).toBe('met');
    expect(moved.when('record-agreement', sign, signing).instance.state).toContain('awaiting-mid-evaluation');
  });

  it('do not take part in the next term', () => {
    const so = change(held()).when('hand-over', nothingOpen, nearEnd);
    expect(so.effects.successors[0]?.start.data).toMatchObject({
      municipalities: [...without('142', '316'), '990'],
    });
  });

  it('stand in the log, which gives the same state', () => {
    const so = changedTerm().at(-1) as Given;
    const { instance, differences } = folded(councilTermNegotiation, so);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(so.instance)), []]);
  });

  it('are named in refusals where they cannot be', () => {
    const code = (data: object, so = begin()) => so.refuses('change-municipalities', { reason, ...data }).code;
    expect(code({ joined: [], left: [] })).toBe('council-term-negotiation/nothing-changes');
    expect(code({ joined: ['016'], left: [] })).toBe('council-term-negotiation/already-party');
    expect(code({ joined: ['09'], left: [] })).toBe('council-term-negotiation/already-party');
    expect(code({ joined: [], left: [leaves('990', null)] })).toBe('council-term-negotiation/not-a-party');
    expect(code({ joined: [], left: [leaves('142', '990')] })).toBe('council-term-negotiation/unknown-successor');
    expect(code({ joined: [], left: municipalities.map((id) => leaves(id, null)) })).toBe(
      'council-term-negotiation/no-parties',
    );
    expect(code({ joined: ['990'] })).toBe('invalid-data');
    expect(code(merged, change(begin()))).toBe('council-term-negotiation/already-party');
  });
});

describe('a change of the area', () => {
  const on = civilDate('2026-07-01');
  const register = changedExample([merger(on, ['142', '316'], '999'), transfer(on, '781')]);
  const asked = (kind: string, so: Given) => {
    const found = register.changes.find((one) => one.kind === kind);
    if (!found) throw new Error(`the register has no ${kind}`);
    return areaChangedCommand(councilTermNegotiation, so.instance, found, register, on)?.command ?? null;
  };

  it('asks the term to take in a merger and to let a transferred municipality go, each once', () => {
    expect(asked('merger', begin())).toMatchObject({
      name: 'change-municipalities',
      data: { joined: ['999'], left: [leaves('142', '999'), leaves('316', '999')], councils: {} },
    });
    const so = change(begin(), asked('merger', begin())?.data as object, summer);
    expect(asked('merger', so)).toBeNull();
    expect(asked('transfer', so)?.data).toMatchObject({ joined: [], left: [leaves('781', null)] });
    expect(asked('transfer', change(so, asked('transfer', so)?.data as object, summer))).toBeNull();
  });
});

describe('the duties of those who merge', () => {
  const evidenceOf = ({ events }: Given) => evidenceIn(definitions, '09', events);
  const of = (so: Given, weight: string) =>
    evidenceOf(so)
      .filter((item) => item.weight === weight)
      .map((item) => item.of);

  it('are promised for the new one, also on another day', () => {
    const so = change(toNegotiation(), merged, summer);
    const promised = ['09', ...without('142', '316'), '990'];
    expect(of(so, 'promises')).toEqual(promised);
    const moved = so.when('reschedule', { dates: { negotiation: { on: '2026-11-19', basis: 'agreed' } }, reason });
    expect(of(moved, 'promises')).toEqual(promised);
    expect(evidenceOf(moved).map((item) => item.on)).toEqual(promised.map(() => '2026-11-19'));
  });

  it('are fulfilled by the new one where it was present, and stay fulfilled by those who were before', () => {
    const there = { ...negotiation, participants: [{ organisation: '990', people: 2 }] };
    const so = change(toNegotiation(), merged, summer).when('record-negotiation', there, negotiated);
    expect(of(so, 'fulfils')).toEqual(['09', '990']);
    const left = change(held(), { joined: [], left: [leaves('016', null)], reason });
    expect(of(left, 'fulfils')).toEqual(['09', '016']);
  });

  it('are supported by the signing of those who took part then', () => {
    const signed = evidenceOf(changedTerm().at(-1) as Given).filter(({ event }) => event.type === 'AgreementSigned');
    expect(signed.map((item) => item.of)).toEqual(['09', ...without('142', '316'), '990']);
  });
});
