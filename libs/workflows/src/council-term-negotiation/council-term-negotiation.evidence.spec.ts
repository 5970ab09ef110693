import { civilDate, dutiesOf } from '@app/domain';
import { exampleRegister } from '../../../../test/support/example-area';
import { missedTerm } from '../../../../test/support/term-paths';
import { evidenceIn } from '../kernel/read-evidence';
import { definitions } from '../registry';

describe('what a council term that was closed as missed says of duties', () => {
  it('is a miss, although the log began after the term did: it saw the planned day go by', () => {
    const evidence = evidenceIn(definitions, '09', missedTerm().at(-1)?.events ?? []);
    const rows = dutiesOf({
      register: exampleRegister(),
      evidence,
      recordsBegin: civilDate('2026-01-02'),
      today: civilDate('2029-07-01'),
      year: 2029,
    }).filter(({ duty, period }) => duty === 'council-term-negotiation' && period.id === '2025-2029');
    expect(rows).toHaveLength(11);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['missed']));
  });
});
