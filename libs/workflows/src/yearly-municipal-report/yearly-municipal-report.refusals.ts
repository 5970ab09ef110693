import type { CivilDate } from '@app/domain';
import { yearOf } from '@app/domain';
import { stillAhead } from '../dated-steps/step-reasons';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay } from '../dated-steps/moved-steps';
import { label } from '../fields';
import type { Fact, Reason, Refusal } from '../kernel/definition';
import { whyTheyStay } from '../taking-part';
import type { CouncilReport, MunicipalitiesChange, ReportsContext, ReportStep } from './yearly-municipal-report.data';
import { reportSteps, unreported } from './yearly-municipal-report.data';

/** Why the council cannot have handled the report then; null when it can. The duty is a calendar year's (612/2021 § 6). */
export function whyNotReportedThen(
  { year }: Pick<ReportsContext, 'year'>,
  { meetingOn }: Pick<CouncilReport, 'meetingOn'>,
  today: CivilDate,
): Reason | null {
  if (meetingOn > today) return stillAhead();
  if (yearOf(meetingOn) === year) return null;
  return {
    code: 'outside-year',
    detail: label(
      `Tähän kirjataan vuoden ${year} kokoukset. Tarkista kentän {field:meetingOn} vuosi; muun vuoden raportti kirjataan sen omalle vuodelle.`,
      `Här antecknas sammanträden under år ${year}. Kontrollera årtalet i fältet {field:meetingOn}; ett annat års rapport antecknas för sitt eget år.`,
      `Meetings of ${year} are recorded here. Check the year in {field:meetingOn}; another year's report is recorded for its own year.`,
    ),
  };
}

export const refusals: Record<string, Refusal<ReportsContext>> = {
  reportedThen: {
    codes: ['too-early', 'outside-year'],
    why: (context, { data, on }: Fact) => whyNotReportedThen(context, data as CouncilReport, on),
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past'],
    why: (context, { data, on }) => whyDatesStay(context, reportSteps, data as DatesChange<ReportStep>, on),
  },
  municipalitiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: ({ municipalities }, { data }) => whyTheyStay(municipalities, data as MunicipalitiesChange),
  },
  allReportedOrExplained: {
    code: 'reports-missing',
    detail: (context) => {
      const missing = unreported(context).join(', ');
      return label(
        `Raporttia ei ole kirjattu: ${missing}. Kirjaa se, tai kerro kentässä {field:whyWithout}, miksi sitä ei odoteta.`,
        `Rapporten har inte antecknats: ${missing}. Anteckna den, eller ange i fältet {field:whyWithout} varför den inte inväntas.`,
        `No report is recorded for ${missing}. Record it, or say in {field:whyWithout} why it is not waited for.`,
      );
    },
  },
};
