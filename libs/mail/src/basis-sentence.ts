import type { Basis, Language, Text } from '@app/domain';

const sentences: Record<Basis, Text> = {
  statutory: {
    fi: 'Määräaika on lakisääteinen.',
    sv: 'Tidsfristen är lagstadgad.',
    en: 'This is a statutory time limit.',
  },
  'statutory-period-end': {
    fi: 'Päivä on laissa säädetyn kauden viimeinen päivä, eikä se siirry.',
    sv: 'Dagen är den sista i en lagstadgad period och flyttas inte.',
    en: 'This is the last day of a period set by law, and it does not move.',
  },
  decided: {
    fi: 'Toimielin on päättänyt päivän. Se ei ole lakisääteinen määräaika.',
    sv: 'Dagen har bestämts av ett organ. Det är inte en lagstadgad tidsfrist.',
    en: 'The date has been decided by a decision-making body. It is not a statutory time limit.',
  },
  agreed: {
    fi: 'Päivästä on sovittu yhdessä. Se ei ole lakisääteinen määräaika.',
    sv: 'Parterna har kommit överens om dagen. Det är inte en lagstadgad tidsfrist.',
    en: 'The date has been agreed together. It is not a statutory time limit.',
  },
  requested: {
    fi: 'Hyvinvointialue on pyytänyt vastausta tähän päivään. Se ei ole lakisääteinen määräaika.',
    sv: 'Välfärdsområdet har bett om svar senast denna dag. Det är inte en lagstadgad tidsfrist.',
    en: 'The wellbeing services county has asked for a reply by this date. It is not a statutory time limit.',
  },
};

/** Whether a date is law, a decision, an agreement or a request: said in every mail that asks for something by a date. */
export function basisSentence(basis: Basis, language: Language): string {
  return sentences[basis][language];
}

const setByItself: Text = {
  fi: 'Hyvinvointialue on itse asettanut päivän. Se ei ole lakisääteinen määräaika.',
  sv: 'Välfärdsområdet har självt bestämt dagen. Det är inte en lagstadgad tidsfrist.',
  en: 'The wellbeing services county has set the date itself. It is not a statutory time limit.',
};

/** The same of a step that the county takes itself: of itself it asks for no reply. */
export function ownBasisSentence(basis: Basis, language: Language): string {
  return basis === 'requested' ? setByItself[language] : basisSentence(basis, language);
}

/** Whether a date can be set anew: what the law sets cannot. */
export function isMovable(basis: Basis): boolean {
  return basis !== 'statutory' && basis !== 'statutory-period-end';
}
