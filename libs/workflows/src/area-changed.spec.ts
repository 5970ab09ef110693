import { type CivilDate, civilDate, type Register } from '@app/domain';
import { changedExample, merger, transfer } from '../../../test/support/changed-area';
import type { Given } from '../../../test/support/given';
import { invited } from '../../../test/support/negotiation-stages';
import { areaChangedCommand } from './area-changed';
import { boardHandling } from './board-handling/board-handling.workflow';
import { hyteNegotiation } from './hyte-negotiation/hyte-negotiation.workflow';

const june = { at: '2026-06-08T00:00:00+03:00', role: 'workflow' as const };

function asked(so: Given, register: Register, today: string = '2026-06-08', which = 0) {
  const change = register.changes[which];
  if (!change) throw new Error('no such change');
  return areaChangedCommand(hyteNegotiation, so.instance, change, register, today as CivilDate)?.command ?? null;
}

describe('a change of the area', () => {
  it('into one of the parties names it as the successor', () => {
    expect(asked(invited(), changedExample([merger('2026-06-08', ['016', '576'], '098')]))).toEqual({
      name: 'change-parties',
      data: {
        joined: [],
        left: [
          { organisation: '016', successor: '098' },
          { organisation: '576', successor: '098' },
        ],
        reason: 'Yhdistyminen 8.6.2026: Asikkala, Padasjoki → Hollola.',
      },
    });
  });

  it('into a new one lets it join once, with the body that answers for it', () => {
    expect(asked(invited(), changedExample([merger('2026-06-08', ['016', '576'], '999')]))?.data).toMatchObject({
      joined: [{ organisation: '999', kind: 'municipality', body: { id: '999-lautakunta' } }],
      left: [{ successor: '999' }, { successor: '999' }],
    });
  });

  it('out of the county leaves nobody in the place', () => {
    expect(asked(invited(), changedExample([transfer('2026-06-08', '142')]))?.data).toMatchObject({
      joined: [],
      left: [{ organisation: '142', successor: null }],
      reason: 'Siirtyminen toiselle hyvinvointialueelle 8.6.2026: Iitti.',
    });
  });

  it('that comes late is carried out with those that followed it', () => {
    const register = changedExample([
      merger('2026-06-08', ['016'], '098'),
      merger('2026-06-09', ['098'], '999'),
      transfer('2026-06-10', '999'),
    ]);
    expect(asked(invited(), register, '2026-06-08')?.data).toMatchObject({ left: [{ successor: '098' }], joined: [] });
    expect(asked(invited(), register, '2026-06-09')?.data).toMatchObject({
      left: [{ successor: '999' }],
      joined: [{ organisation: '999' }],
    });
    expect(asked(invited(), register, '2026-06-10')?.data).toMatchObject({ left: [{ successor: null }], joined: [] });
  });

  it('asks nothing once it is carried out, before its day, and of those whom it does not concern', () => {
    const register = changedExample([merger('2026-06-08', ['016', '576'], '999')]);
    const command = asked(invited(), register);
    if (!command) throw new Error('it concerns the negotiation');
    expect(asked(invited().when(command.name, command.data as object, june), register)).toBeNull();
    expect(asked(invited(), register, '2026-06-07')).toBeNull();
    const without = changedExample([merger('2026-06-08', ['999'], '016')]);
    expect(asked(invited(), without)).toBeNull();
    const [change] = register.changes;
    if (!change) throw new Error('there is one');
    expect(areaChangedCommand(boardHandling, { context: {} }, change, register, civilDate('2026-06-08'))).toBeNull();
  });
});
