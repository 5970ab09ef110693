import { civilDate } from '@app/domain';
import { answered, compiled, invited } from '../../../../test/support/negotiation-stages';
import type { NegotiationContext } from './hyte-negotiation.data';
import { whyNotHeldThen } from './hyte-negotiation.held';

const recorded = (heldOn: string) => ({ heldOn, participants: [{ organisation: '016', people: 3 }] });

describe('the day on which the negotiation was held', () => {
  it.each([
    ['2025-08-27', '2026-08-28', 'before-invitation'],
    ['2026-05-24', '2026-08-28', 'before-invitation'],
    ['2026-08-29', '2026-08-28', 'too-early'],
    ['2027-02-01', '2027-02-01', 'outside-year'],
  ])('is not %s when it is recorded on %s', (heldOn, today, code) => {
    const refused = compiled().refuses('record-negotiation', recorded(heldOn), { at: `${today}T18:00:00+02:00` });
    expect(refused.code).toBe(`hyte-negotiation/${code}`);
  });

  it('names the day of the invitation that was recorded', () => {
    const { detail } = compiled().refuses('record-negotiation', recorded('2025-08-27'), {
      at: '2026-08-28T09:00:00+03:00',
    });
    expect(detail).toMatchObject({
      fi: expect.stringMatching(/kutsuttiin maanantaina\s25\.5\.2026\./) as string,
      sv: expect.stringMatching(/sändes måndagen\sden\s25\smaj\s2026\./) as string,
      en: expect.stringMatching(/invited on\sMonday\s25\sMay\s2026\./) as string,
    });
  });

  it.each(['2026-05-25', '2026-08-27', '2026-12-31', '2027-01-31'])('may be %s, from the invitation on', (heldOn) => {
    const { instance } = compiled().when('record-negotiation', recorded(heldOn), { at: '2027-02-10T09:00:00+02:00' });
    expect(instance.context).toMatchObject({ heldOn });
  });

  const planned = (on: string) =>
    ({ year: 2026, invitedOn: '2025-12-01', dates: { negotiation: { on } } }) as unknown as NegotiationContext;
  const why = (context: NegotiationContext, heldOn: string) =>
    whyNotHeldThen(context, { data: { heldOn: civilDate(heldOn) }, on: civilDate('2028-06-01') })?.code ?? null;

  it('is in its own year although the invitation was sent before', () => {
    expect(why(planned('2026-01-15'), '2025-12-15')).toBe('outside-year');
    expect(why(planned('2026-01-15'), '2026-01-15')).toBeNull();
  });

  it('may be in the year to which the negotiation has been moved', () => {
    expect(why(planned('2027-02-10'), '2027-02-10')).toBeNull();
    expect(why(planned('2027-02-10'), '2026-12-10')).toBeNull();
    expect(why(planned('2027-02-10'), '2028-02-01')).toBe('outside-year');
  });
});

describe('what a request tells after the negotiation has been recorded', () => {
  it('is noted all the same: the answers were compiled and the negotiation held while it was under way', () => {
    const held = invited()
      .when('compile-answers', {}, { at: '2026-08-21T10:00:00+03:00' })
      .when('record-negotiation', recorded('2026-08-21'), { at: '2026-08-21T10:05:00+03:00' });
    expect(held.instance.context).toMatchObject({ answers: { '016': 'asked' } });
    const told = answered(held, '016', 'missed', '2026-08-21T10:10:00+03:00');
    expect(told.instance).toMatchObject({ state: held.instance.state, context: { answers: { '016': 'missed' } } });
  });
});
