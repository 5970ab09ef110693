import { civilDate, type Register } from '@app/domain';
import { brief, dataOf, entriesOf as entries, inState, plan, register } from '../../../../test/support/calendars';
import { municipalHandling, request } from '../../../../test/support/example-paths';
import type { Given } from '../../../../test/support/given';
import type { CalendarOwner } from './calendar-entry';

const idOf = (email: string) => {
  const contact = register.contacts.find((candidate) => candidate.email.startsWith(email));
  if (!contact) throw new Error(email);
  return contact.id;
};
const person = (email: string): CalendarOwner => ({ scope: 'person', contact: idOf(email) });

describe("an organisation's calendar", () => {
  const asikkala: CalendarOwner = { scope: 'organisation', organisation: '016' };
  const withoutBodies = { register: { ...register, bodies: [] } };

  it('has what is asked of it, and the negotiation only once it has been invited', () => {
    const seen = (...workflows: Given[]) => entries(asikkala, workflows, { more: withoutBodies }).map(brief);
    const asked = request(dataOf('answer-016'))[0];
    const others = request(dataOf('answer-081'))[0];
    if (!asked || !others) throw new Error('no requests');
    expect(seen(inState('awaiting-invitation'))).toEqual([]);
    expect(seen(inState('awaiting-answers'), asked, others)).toEqual([
      ['09.test/due/answer', '2026-08-17', 'open'],
      ['09.test/meeting/negotiation', '2026-08-27', 'fixed'],
    ]);
    expect(seen(inState('awaiting-comments'))).toEqual([
      ['09.test/meeting/negotiation', '2026-08-27', 'held'],
      ['09.test/due/commentsDue', '2026-09-24', 'open'],
    ]);
  });

  it('has its bodies’ meetings while they exist, and a case once it is on an agenda', () => {
    const ended = {
      ...register,
      bodies: register.bodies.map((body) =>
        body.id === '111-hallitus' ? { ...body, validTo: civilDate('2026-06-30') } : body,
      ),
    };
    const heinola: CalendarOwner = { scope: 'organisation', organisation: '111' };
    const meetings = entries(heinola, [], { more: { register: ended } });
    expect(new Set(meetings.map(({ organisations }) => organisations.join()))).toEqual(new Set(['111']));
    expect(meetings.some(({ uid, on }) => uid.includes('111-hallitus') && on > '2026-06-30')).toBe(false);
    expect(meetings.some(({ uid, on }) => uid.includes('111-hallitus') && on <= '2026-06-30')).toBe(true);

    const [started] = municipalHandling(dataOf('acknowledgement-111'));
    const cases = (so: Given | undefined) =>
      (so ? entries(heinola, [so], { today: '2026-11-01', more: withoutBodies }) : []).map(brief);
    expect(cases(started)).toEqual([['09.test/due/handling', '2026-11-30', 'open']]);
    const told = started?.when('place-on-agenda', { meetingOn: '2026-11-17' }, { role: 'respondent' });
    expect(cases(told)).toEqual([
      ['09.test/meeting/111-hyvinvointilautakunta-1', '2026-11-17', 'fixed'],
      ['09.test/due/handling', '2026-11-30', 'open'],
    ]);
    const closed = told?.when('close-handling', {}, { at: '2026-11-10T09:00:00+02:00' });
    expect(cases(closed)).toEqual([
      ['09.test/meeting/111-hyvinvointilautakunta-1', '2026-11-17', 'cancelled'],
      ['09.test/due/handling', '2026-11-30', 'cancelled'],
    ]);
    const toldLate = told?.when('close-handling', {}, { at: '2026-12-10T09:00:00+02:00' });
    expect(cases(toldLate)[0]).toEqual(['09.test/meeting/111-hyvinvointilautakunta-1', '2026-11-17', 'fixed']);
  });
});

describe("a person's calendar", () => {
  const asked = () => {
    const first = request(dataOf('answer-016'))[0];
    if (!first) throw new Error('no request');
    return [inState('awaiting-answers'), first];
  };
  const seen = (owner: CalendarOwner, changed: Register = register, today = '2026-06-01') =>
    entries(owner, asked(), { today, more: { register: changed } }).map(brief);

  it('has what is asked of the roles they hold', () => {
    expect(seen(person('lauri.esimerkki@asikkala'))).toEqual([
      ['09.test/due/answer', '2026-08-17', 'open'],
      ['09.test/meeting/negotiation', '2026-08-27', 'fixed'],
    ]);
    expect(seen(person('niilo.esimerkki@asikkala'))).toEqual([]);
    expect(seen(person('eero.esimerkki@paijatha')).map(([uid]) => uid)).toContain('09.test/due/answersCompiled');
  });

  it('follows the roles: each day to whoever holds them then, a deputy while nobody does', () => {
    const leaves = (id: string, last: string): Register => ({
      ...register,
      contacts: register.contacts.map((contact) =>
        contact.id === id ? { ...contact, validTo: civilDate(last) } : contact,
      ),
    });
    const left = leaves(idOf('lauri.esimerkki@asikkala'), '2026-08-20');
    expect(seen(person('lauri.esimerkki@asikkala'), left).map(([, on]) => on)).toEqual(['2026-08-17']);
    expect(seen(person('maija.esimerkki@asikkala'), left).map(([, on]) => on)).toEqual(['2026-08-27']);
    expect(seen(person('maija.esimerkki@asikkala'))).toEqual([]);
  });

  it('is empty once they have left or are erased', () => {
    const gone = { ...register, contacts: register.contacts.filter(({ email }) => !email.startsWith('lauri')) };
    expect(seen(person('lauri.esimerkki@asikkala'), gone)).toEqual([]);
    const lauri = idOf('lauri.esimerkki@asikkala');
    const left = {
      ...register,
      contacts: register.contacts.map((contact) =>
        contact.id === lauri ? { ...contact, validTo: civilDate('2026-08-31') } : contact,
      ),
    };
    expect(seen(person('lauri.esimerkki@asikkala'), left, '2026-09-01')).toEqual([]);
  });

  it('has the meetings of the interface board on whose topics they work', () => {
    const topics = (email: string) =>
      entries(person(email), [], { more: { plans: [plan] } }).map(({ matter }) => matter?.fi);
    expect(topics('maija.esimerkki@asikkala')).toEqual([
      'Varautuminen ja turvallisuus',
      'Työllisyys ja työkyky',
      'Asuminen ja elinympäristö, Hyvinvoinnin ja terveyden edistäminen',
      'Sivistyspalvelut',
    ]);
    expect(topics('niilo.esimerkki@asikkala')).toEqual([]);
  });
});
