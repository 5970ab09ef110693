import type { Language, Text } from '../text';

/** A place in an act: `act` is its number in the statute book, `section` the § and `moment` the subsection. */
export type Citation = { act: string; section: string; moment?: string; name: Text };

const organisingAct: Text = {
  fi: 'laki sosiaali- ja terveydenhuollon järjestämisestä',
  sv: 'lagen om ordnande av social- och hälsovård',
  en: 'Act on Organising Healthcare and Social Welfare Services',
};

const countyAct: Text = {
  fi: 'laki hyvinvointialueesta',
  sv: 'lagen om välfärdsområden',
  en: 'Act on Wellbeing Services Counties',
};

const timeLimitsAct: Text = {
  fi: 'laki säädettyjen määräaikain laskemisesta',
  sv: 'lagen om beräknande av laga tid',
  en: 'Act on the Calculation of Statutory Time Limits',
};

/**
 * Every citation the product may quote. Moments are given only where they have been verified; a citation that is not
 * here is not quoted at all.
 */
export const citations = {
  /** The county negotiates at least once a year with its municipalities and the other actors. */
  countyNegotiates: { act: '612/2021', section: '7', moment: '4', name: organisingAct },
  /** The municipality takes part in the negotiation, reports to its council and delivers its account to the county. */
  municipalityTakesPart: { act: '612/2021', section: '6', name: organisingAct },
  /** The county reports yearly to its council. */
  countyReports: { act: '612/2021', section: '7', name: organisingAct },
  /** The county and its municipalities negotiate at least once a council term. */
  councilTermNegotiation: { act: '611/2021', section: '14', name: countyAct },
  /** How a time limit that an act or decree sets is computed. */
  timeLimits: { act: '150/1930', section: '2–5', name: timeLimitsAct },
} as const satisfies Record<string, Citation>;

const noBreak = '\u00a0';

/** The citation as a reader sees it, with non-breaking spaces inside '7 § 4 mom.'. */
export function citationText(citation: Citation, language: Language): string {
  return `${citation.name[language]} ${citation.act}, ${place(citation, language)}`;
}

function place({ section, moment }: Citation, language: Language): string {
  if (language === 'en') {
    const word = section.includes('–') ? 'sections' : 'section';
    return `${word}${noBreak}${section}${moment === undefined ? '' : `(${moment})`}`;
  }
  const parts = moment === undefined ? [section, '§'] : [section, '§', moment, 'mom.'];
  return parts.join(noBreak);
}
