import { civilDate, type Register, type RegisterChange } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { invited } from '../../../../test/support/negotiation-stages';
import { areaChanged } from './hyte-negotiation.area';
import type { NegotiationContext } from './hyte-negotiation.data';
import { hyteNegotiation } from './hyte-negotiation.workflow';

const before = civilDate('2026-06-30');
const after = civilDate('2026-07-01');

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

const [merger, transfer] = changedRegister().changes as [RegisterChange, RegisterChange];
const asked = (change: RegisterChange, so = invited(), register = changedRegister(), today = after) =>
  areaChanged(change, register, so.instance.context as unknown as NegotiationContext, today)?.command ?? null;

describe('a change of the area', () => {
  it('asks for the successors of a merger, once', () => {
    const command = asked(merger);
    expect(command).toMatchObject({
      name: 'change-parties',
      data: {
        joined: [{ organisation: '990', kind: 'municipality' }],
        left: [
          { organisation: '142', successor: '990' },
          { organisation: '316', successor: '990' },
        ],
      },
    });
    const so = invited().when('change-parties', command?.data, { at: '2026-07-01T09:00:00+03:00' });
    expect(so.effects.tellChildren.map(({ key, command: told }) => [key, told])).toEqual([
      ['answer-142', 'succeed'],
      ['answer-316', 'withdraw-unanswered'],
    ]);
    expect(asked(merger, so)).toBeNull();
  });

  it('lets a transferred municipality leave for nobody, once', () => {
    const command = asked(transfer);
    expect(command?.data).toMatchObject({ joined: [], left: [{ organisation: '781', successor: null }] });
    const so = invited().when('change-parties', command?.data, { at: '2026-07-01T09:00:00+03:00' });
    expect(so.effects.tellChildren.map(({ key, command: told }) => [key, told])).toEqual([
      ['answer-781', 'withdraw-unanswered'],
    ]);
    expect(asked(transfer, so)).toBeNull();
  });

  it('is known to a negotiation that is planned later: its parties are those of the day of the invitation', () => {
    const partiesWhen = (validFrom: string) => {
      const register = changedRegister();
      const organisations = register.organisations.map((one) =>
        one.id === '990' ? { ...one, validFrom: civilDate(validFrom) } : one,
      );
      const entry = examplePlan().entries.find(({ id }) => id === 'hyte-negotiation-2026');
      const planned = entry && hyteNegotiation.planned?.(entry, { ...register, organisations });
      return (planned as { data: { parties: { organisation: string }[] } }).data.parties.map(
        ({ organisation }) => organisation,
      );
    };
    expect(partiesWhen('2026-05-01')).toContain('990');
    expect(partiesWhen('2026-07-01')).not.toContain('990');
  });

  it('follows one merger after another', () => {
    const register = changedRegister();
    const twice: Register = {
      ...register,
      organisations: register.organisations.map((one) => (one.id === '990' ? { ...one, validTo: after } : one)),
      changes: [...register.changes, { on: civilDate('2026-07-02'), kind: 'merger', from: ['990'], into: '398' }],
    };
    expect(asked(merger, invited(), twice, civilDate('2026-07-02'))?.data).toMatchObject({
      joined: [],
      left: [
        { organisation: '142', successor: '398' },
        { organisation: '316', successor: '398' },
      ],
    });
  });
});
