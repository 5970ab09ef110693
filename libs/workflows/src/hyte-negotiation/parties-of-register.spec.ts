import { civilDate, type Register } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { begin, invited } from '../../../../test/support/negotiation-stages';
import { hyteNegotiation } from './hyte-negotiation.workflow';
import { changedParties } from './parties-of-register';

const before = civilDate('2026-06-30');
const after = civilDate('2026-07-01');
const reason = 'Kunnat yhdistyvät.';

/** The example area in which Iitti and Kärkölä become a new municipality on 1 July, and Sysmä moves to another county. */
function changedRegister(): Register {
  const register = exampleRegister();
  const organisations = register.organisations.map((organisation) =>
    ['142', '316', '781'].includes(organisation.id) ? { ...organisation, validTo: before } : organisation,
  );
  const [example] = organisations;
  if (!example) throw new Error('no organisations');
  return {
    ...register,
    organisations: [...organisations, { ...example, id: '990', validFrom: after }],
    changes: [
      { on: after, kind: 'merger', from: ['142', '316'], into: '990' },
      { on: after, kind: 'transfer', organisation: '781', to: '07' },
    ],
  };
}

describe('a changed register', () => {
  it('asks nothing while the parties are those that exist', () => {
    expect(changedParties(invited().instance, exampleRegister(), after)).toBeNull();
    expect(changedParties(invited().instance, changedRegister(), before)).toBeNull();
  });

  it('asks for the successors of mergers and the leaving of transfers, once', () => {
    const asked = changedParties(invited().instance, changedRegister(), after);
    expect(asked).toMatchObject({
      name: 'change-parties',
      data: {
        joined: [{ organisation: '990', kind: 'municipality' }],
        left: [
          { organisation: '142', successor: '990' },
          { organisation: '316', successor: '990' },
          { organisation: '781', successor: null },
        ],
      },
    });
    const so = invited().when(
      'change-parties',
      { ...(asked?.data as object), reason },
      { at: '2026-07-01T09:00:00+03:00' },
    );
    expect(so.effects.tellChildren.map(({ key, command }) => [key, command])).toEqual([
      ['answer-142', 'succeed'],
      ['answer-316', 'withdraw'],
      ['answer-781', 'withdraw'],
    ]);
    expect(changedParties(so.instance, changedRegister(), after)).toBeNull();
  });

  it('looks at the day of the invitation until then', () => {
    const register = changedRegister();
    expect(changedParties(begin().instance, register, civilDate('2026-02-01'))).toBeNull();
    const inMay = { validFrom: civilDate('2026-05-01') };
    const earlier: Register = {
      ...register,
      organisations: register.organisations.map((one) => (one.id === '990' ? { ...one, ...inMay } : one)),
    };
    expect(changedParties(begin().instance, earlier, civilDate('2026-02-01'))).toMatchObject({
      data: { joined: [{ organisation: '990' }], left: [] },
    });
    const entry = examplePlan().entries.find(({ id }) => id === 'hyte-negotiation-2026');
    const planned = entry && hyteNegotiation.planned?.(entry, earlier);
    const { data } = planned as { data: { parties: { organisation: string }[] } };
    expect(data.parties.map(({ organisation }) => organisation)).toContain('990');
  });

  it('follows one merger after another', () => {
    const register = changedRegister();
    const twice: Register = {
      ...register,
      organisations: register.organisations.map((one) => (one.id === '990' ? { ...one, validTo: after } : one)),
      changes: [...register.changes, { on: civilDate('2026-07-02'), kind: 'merger', from: ['990'], into: '398' }],
    };
    expect(changedParties(invited().instance, twice, civilDate('2026-07-02'))).toMatchObject({
      data: {
        joined: [],
        left: [{ organisation: '142', successor: '398' }, { successor: '398' }, { successor: null }],
      },
    });
  });
});
