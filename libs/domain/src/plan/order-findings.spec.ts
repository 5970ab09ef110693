import { civilDate } from '..';
import { entry, findingsOf, planOf, smallRegister } from '../../test/plan-data';

type Dates = Parameters<typeof entry>[2];
const register = smallRegister();

function infeasible(workflow: string, dates: Dates, own = register) {
  return findingsOf('order-infeasible', planOf(entry('e', workflow, dates)), { register: own });
}

const report = {
  reportReady: '2026-04-16',
  hyteBoard: '2026-04-23',
  countyExecutive: '2026-05-11',
  countyCouncil: '2026-06-08',
  published: '2026-06-15',
};

describe('order-infeasible', () => {
  it('is not told of an order that holds to the day, nor without a register', () => {
    expect(infeasible('wellbeing-report', report)).toEqual([]);
    const late = planOf(entry('e', 'wellbeing-report', { ...report, reportReady: '2026-04-17' }));
    expect(findingsOf('order-infeasible', late)).toEqual([]);
  });

  it('says which link breaks, and the latest start that works', () => {
    const [found, ...more] = infeasible('wellbeing-report', { ...report, reportReady: '2026-04-17' });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      ...{ severity: 'error', entry: 'e', date: '2026-04-23', proposal: '2026-04-16' },
      path: ['entries', 0, 'dates', 'hyteBoard', 'on'],
    });
    expect(found?.message).toEqual({
      fi: 'Käsittelyjärjestys katkeaa: reportReady (pe 17.4.2026) → hyteBoard (to 23.4.2026). Asia voi edetä aikaisintaan pe 17.4.2026, mutta sen pitäisi edetä viimeistään to 16.4.2026. Asian pitää olla valmis viimeistään to 16.4.2026: hyte-lautakunta to 23.4.2026, aluehallitus ma 11.5.2026, aluevaltuusto ma 8.6.2026.',
      sv: 'Behandlingsordningen bryts: reportReady (fr 17.4.2026) → hyteBoard (to 23.4.2026). Ärendet kan gå vidare tidigast fr 17.4.2026, men borde göra det senast to 16.4.2026. Ärendet ska vara klart senast to 16.4.2026: hyte-lautakunta (sv) to 23.4.2026, aluehallitus (sv) må 11.5.2026, aluevaltuusto (sv) må 8.6.2026.',
      en: expect.stringContaining('The case has to be ready on Thu 16\u00a0April\u00a02026 at the latest') as string,
    });
  });

  it.each<[string, Dates, string, string | undefined]>([
    [
      'the board’s extract is late for the executive',
      { ...report, countyExecutive: '2026-04-27' },
      '2026-04-27',
      '2026-04-16',
    ],
    ['the executive’s for the council', { ...report, countyExecutive: '2026-06-01' }, '2026-06-08', '2026-04-16'],
    ['the council’s for the publication', { ...report, published: '2026-06-12' }, '2026-06-12', undefined],
  ])('%s', (_what, dates, date, proposal) => {
    const found = infeasible('wellbeing-report', dates).filter(({ message }) => message.en.startsWith('The handling'));
    expect(found.map((finding) => [finding.date, finding.proposal])).toEqual([[date, proposal]]);
  });

  it('tells of every link that breaks', () => {
    const dates = { ...report, reportReady: '2026-04-20', published: '2026-06-10' };
    expect(infeasible('wellbeing-report', dates).map(({ date }) => date)).toEqual(['2026-04-23', '2026-06-10']);
  });

  it('counts the comments and the summary of a negotiation as ready, whichever is later', () => {
    const dates = {
      negotiation: '2026-08-27',
      commentsDue: '2026-09-24',
      hyteBoard: '2026-10-15',
      resultSent: '2026-10-19',
    };
    expect(infeasible('hyte-negotiation', dates)).toEqual([]);
    expect(infeasible('hyte-negotiation', { ...dates, summary: '2026-10-08' })).toEqual([]);
    expect(infeasible('hyte-negotiation', { ...dates, summary: '2026-10-09' })).toHaveLength(1);
    expect(infeasible('hyte-negotiation', { ...dates, resultSent: '2026-10-16' }).map(({ date }) => date)).toEqual([
      '2026-10-16',
    ]);
  });

  describe('a body’s calendar', () => {
    it('has to hold the day, where it covers the year', () => {
      const [found] = infeasible('wellbeing-report', { ...report, countyExecutive: '2026-05-12' });
      expect(found).toMatchObject({ date: '2026-05-12', proposal: '2026-06-01' });
      expect(found?.message.fi).toBe(
        'countyExecutive: toimielimellä ei ole kokousta ti 12.5.2026 (aluehallitus). Ehdotus: maanantai 1.6.2026.',
      );
      const nextYear = { negotiation: '2026-11-12', countyCouncil: '2027-02-08' };
      expect(infeasible('council-term-negotiation', nextYear)).toEqual([]);
    });

    it('holds no day on which the body does not exist', () => {
      const bodies = register.bodies.map((body) => ({ ...body, validTo: civilDate('2026-05-31') }));
      const found = infeasible('wellbeing-report', report, smallRegister({ bodies }));
      expect(found.map(({ date }) => date)).toEqual(['2026-06-08']);
    });

    it('of another body counts where the date names it', () => {
      const dates = { negotiation: '2026-08-27', budgetHandled: { on: '2026-12-15', body: 'aluevaltuusto' } };
      expect(infeasible('hyte-negotiation', dates).map(({ date, proposal }) => [date, proposal])).toEqual([
        ['2026-12-15', '2026-12-14'],
      ]);
    });
  });

  describe('the municipalities', () => {
    const sent = (resultSent: string, acknowledgements: string, own = register) =>
      infeasible('hyte-negotiation', { resultSent, acknowledgements }, own).map(({ date, proposal }) => [
        date,
        proposal,
      ]);

    it('need a meeting after the materials and before the date they are asked for', () => {
      expect(sent('2026-10-19', '2026-11-30')).toEqual([]);
      expect(sent('2026-11-10', '2026-11-30')).toEqual([]);
      expect(sent('2026-11-11', '2026-11-30')).toEqual([['2026-11-30', '2026-11-10']]);
      expect(sent('2026-11-11', '2026-11-12')).toEqual([['2026-11-12', '2026-10-13']]);
    });

    it('are not judged by calendars that the register does not have', () => {
      expect(sent('2026-12-10', '2027-01-29')).toEqual([]);
    });

    it('are named in one finding', () => {
      const [asikkala] = register.organisations;
      const organisations = asikkala
        ? [asikkala, { ...asikkala, id: '081', name: { fi: 'Hartola', sv: 'Gustav Adolfs' } }]
        : [];
      const [found, ...more] = infeasible(
        'hyte-negotiation',
        { resultSent: '2026-11-11', acknowledgements: '2026-11-30' },
        smallRegister({ organisations }),
      );
      expect(more).toEqual([]);
      expect(found?.message.sv).toContain('Asikkala (sv), Gustav Adolfs. resultSent senast ti 10.11.2026.');
    });
  });
});
