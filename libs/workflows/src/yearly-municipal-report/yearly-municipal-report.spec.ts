import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  beginReports,
  cancelledReports,
  municipalReports,
  report,
  reportedBy,
} from '../../../../test/support/municipal-report-paths';
import { evidenceIn } from '../kernel/read-evidence';
import { standing } from '../kernel/standing';
import { definitions } from '../registry';
import type { ReportsContext } from './yearly-municipal-report.data';
import { yearlyMunicipalReport } from './yearly-municipal-report.workflow';

const last = (steps: Given[]) => steps.at(-1) as Given;
const contextOf = ({ instance }: Given) => instance.context as unknown as ReportsContext;
const everybody = contextOf(beginReports()).municipalities;
const evidenceOf = ({ events }: Given) => evidenceIn(definitions, '09', events);

describe('the yearly municipal reports', () => {
  it('wait for every municipality of the county by the date that the county has asked for', () => {
    const so = beginReports();
    expect(so.instance.deadlines).toMatchObject({
      deliveredToCounty: { dueOn: '2026-11-30', basis: 'requested', status: 'open' },
    });
    expect(standing(yearlyMunicipalReport, so.instance).waitingFor).toEqual([
      { part: 'unreported', organisations: everybody },
    ]);
    expect(standing(yearlyMunicipalReport, reportedBy(['016'], so).instance).waitingFor).toEqual([
      { part: 'unreported', organisations: everybody.filter((id) => id !== '016') },
    ]);
  });

  it('are evidence of each municipality’s own duty, with the § of its council', () => {
    const so = reportedBy(['016']).when(
      'record-report',
      report('016', { section: '80', caseNumber: '12/00.01.02/2026' }),
    );
    expect(evidenceOf(so)).toMatchObject([
      {
        duty: 'municipal-report',
        of: '016',
        period: '2026-11-16',
        section: '80',
        caseNumber: '12/00.01.02/2026',
        weight: 'fulfils',
      },
    ]);
    expect(evidenceOf(last(cancelledReports()))).toEqual([]);
  });

  it('close once all are recorded, on time where the last council was', () => {
    const end = reportedBy(everybody).when('close', {}, { at: '2026-12-20T10:00:00+02:00' });
    expect(end.instance).toMatchObject({ status: 'closed', deadlines: { deliveredToCounty: { status: 'met' } } });
  });

  it('close without a municipality only with a word why, and their log gives the same state', () => {
    expect(reportedBy(['016']).refuses('close', {}).code).toBe('yearly-municipal-report/reports-missing');
    const end = last(municipalReports());
    expect(end.instance).toMatchObject({ status: 'closed', deadlines: { deliveredToCounty: { status: 'met-late' } } });
    expect(contextOf(end).municipalities).not.toContain('781');
    const { instance, differences } = folded(yearlyMunicipalReport, end);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
  });

  it('refuse a meeting that is ahead, of another year, or of somebody else’s council', () => {
    const so = reportedBy(['016']);
    expect(so.refuses('record-report', report('081', { meetingOn: '2026-12-01' })).code).toBe(
      'yearly-municipal-report/too-early',
    );
    expect(so.refuses('record-report', report('081', { meetingOn: '2025-11-16' })).code).toBe(
      'yearly-municipal-report/outside-year',
    );
    expect(so.refuses('record-report', report('091')).code).toBe('invalid-data');
  });
});
