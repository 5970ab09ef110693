import { citations, citationText, type Language, type Text } from '@app/domain';
import type { RequestCitation } from './fields';

/** What the act requires, without its source. Written so that the source can follow in brackets. */
const duties: Record<RequestCitation, Text> = {
  countyNegotiates: {
    fi: 'Hyvinvointialueen on neuvoteltava vähintään kerran vuodessa kuntien ja muiden toimijoiden kanssa',
    sv: 'Välfärdsområdet ska minst en gång per år förhandla med kommunerna och andra aktörer',
    en: 'The wellbeing services county must negotiate at least once a year with the municipalities and other actors',
  },
  countyReports: {
    fi: 'Hyvinvointialueen on raportoitava hyvinvoinnista vuosittain valtuustolleen',
    sv: 'Välfärdsområdet ska årligen rapportera om välfärden till sitt fullmäktige',
    en: 'The wellbeing services county must report on wellbeing to its council every year',
  },
  municipalityTakesPart: {
    fi: 'Kunnan on laadittava hyvinvointikertomus ja hyvinvointisuunnitelma kerran valtuustokaudessa ja toimitettava ne hyvinvointialueelle',
    sv: 'Kommunen ska en gång per fullmäktigeperiod utarbeta en välfärdsberättelse och en välfärdsplan och lämna dem till välfärdsområdet',
    en: 'Once in a council term, the municipality must draw up a wellbeing account and a wellbeing plan and deliver them to the wellbeing services county',
  },
  councilTermNegotiation: {
    fi: 'Hyvinvointialueen ja kuntien on neuvoteltava yhteistyöstään vähintään kerran valtuustokaudessa',
    sv: 'Välfärdsområdet och kommunerna ska minst en gång per fullmäktigeperiod förhandla om sitt samarbete',
    en: 'The wellbeing services county and the municipalities must negotiate on their cooperation at least once in a council term',
  },
};

/** The duty behind a request as one sentence, with the act and section. */
export function dutySentence(citation: RequestCitation, language: Language): string {
  return `${duties[citation][language]} (${citationText(citations[citation], language)}).`;
}
