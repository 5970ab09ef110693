import type { Json } from '../kernel/command';
import type { NotificationIntent } from '../kernel/intents';
import type { ReportContext } from './wellbeing-report.data';
import { municipalitiesOf } from './wellbeing-report.data';
import { reportTitle } from './wellbeing-report.steps';

/** Every municipality hears that the report has been published, where it is, and how the council handled it. */
export function publishedTo(
  context: ReportContext,
  { publishedOn, link }: NonNullable<ReportContext['publication']>,
): NotificationIntent[] {
  const { about, decisions, bodies } = context;
  const council = decisions.findLast(({ body }) => body === bodies.countyCouncil.id);
  const handled = council?.meetingOn &&
    council.section && {
      handling: { body: bodies.countyCouncil.name, on: council.meetingOn, section: council.section },
    };
  const data = { title: reportTitle(context), about, publishedOn, report: link, ...handled };
  return municipalitiesOf(context).map((organisation) => ({
    template: 'report-published',
    to: { organisation, audience: 'respondent' },
    data: data as Json,
  }));
}
