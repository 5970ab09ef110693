import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { plannedStarts } from '../planned-starts';

describe('a planned council term', () => {
  const [entry] = examplePlan().entries.filter(({ workflow }) => workflow === 'council-term-negotiation');
  if (!entry) throw new Error('the plan has no council term');
  const findingsOf = (more: object) => {
    const plan = { ...examplePlan(), entries: [{ ...entry, ...more }] };
    return plannedStarts(plan, exampleRegister()).findings.map(({ code, message }) => [code, message.en]);
  };
  const { negotiation: _negotiation, midEvaluation: _midEvaluation, ...some } = entry.dates;

  it('names every date that is missing', () => {
    expect(findingsOf({ dates: some })).toEqual([
      ['incomplete', 'A date is missing or wrong: the negotiation (negotiation).'],
      ['incomplete', 'A date is missing or wrong: the mid-term evaluation (midEvaluation).'],
    ]);
  });

  it('derives the term’s end, and accepts no other', () => {
    const { termEnds: _, ...dates } = entry.dates;
    expect(findingsOf({ dates })).toEqual([]);
    const moved = { ...entry.dates, termEnds: { on: '2029-06-30', basis: 'statutory-period-end' } };
    expect(findingsOf({ dates: moved })).toEqual([
      ['term-exceeded', expect.stringMatching(/ends on\sThursday\s31\sMay\s2029/)],
    ]);
  });

  it('has no date after the term, and is about a term that there is', () => {
    const late = { ...entry.dates, negotiation: { on: '2029-06-01', basis: 'agreed' } };
    expect(findingsOf({ dates: late })).toEqual([
      ['term-exceeded', expect.stringContaining('the negotiation (negotiation)')],
    ]);
    expect(findingsOf({ about: '2026-2030' })).toEqual([['incomplete', expect.stringContaining('«2026-2030»')]]);
    expect(findingsOf({ about: undefined })).toEqual([]);
  });
});
