import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { languages, type Name, type Text } from '../text';
import type { DutyPeriod } from './duty-period';

/** Sentences that say why a duty stands as it does. */

export function heldWithoutOthers(on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `Neuvottelu pidettiin ${day.fi}, mutta siihen ei kutsuttu muita toimijoita kuin kuntia; laki edellyttää neuvottelua myös niiden kanssa.`,
    sv: `Förhandlingen hölls ${day.sv}, men andra aktörer än kommuner var inte inbjudna; lagen förutsätter förhandling också med dem.`,
    en: `The negotiation was held on ${day.en}, but no other actors than municipalities were invited; the act requires negotiating with them too.`,
  };
}

export function heldWithoutMunicipality(on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `Neuvottelu pidettiin ${day.fi}, mutta kuntaa ei ole kirjattu läsnä olleeksi.`,
    sv: `Förhandlingen hölls ${day.sv}, men kommunen är inte antecknad som närvarande.`,
    en: `The negotiation was held on ${day.en}, but the municipality is not recorded as present.`,
  };
}

export function anotherWouldDo({ kind }: DutyPeriod): Text {
  const year = kind === 'year';
  return {
    fi: `Uusi neuvottelu ennen ${year ? 'vuoden' : 'valtuustokauden'} loppua täyttäisi velvoitteen.`,
    sv: `En ny förhandling före ${year ? 'årets' : 'fullmäktigeperiodens'} slut skulle uppfylla skyldigheten.`,
    en: `Another negotiation before the end of the ${year ? 'year' : 'council term'} would still fulfil the duty.`,
  };
}

export function plannedDatePassed(on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `Suunniteltu päivä ${day.fi} on mennyt, eikä toteutumista ole kirjattu.`,
    sv: `Den planerade dagen ${day.sv} har passerat, och inget genomförande har antecknats.`,
    en: `The planned date ${day.en} has passed, and nothing has been recorded as done.`,
  };
}

export function nothingPlanned({ id }: DutyPeriod): Text {
  return {
    fi: `Vuodelle ${id} ei ole suunniteltua päivää.`,
    sv: `För år ${id} finns ingen planerad dag.`,
    en: `No date has been planned for ${id}.`,
  };
}

export function plannedOn(on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `Suunniteltu päivä on ${day.fi}.`,
    sv: `Den planerade dagen är ${day.sv}.`,
    en: `The planned date is ${day.en}.`,
  };
}

export function daysLeftOfYear(days: number): Text {
  if (days === 0)
    return {
      fi: 'Tämä on vuoden viimeinen päivä.',
      sv: 'Detta är årets sista dag.',
      en: 'This is the last day of the year.',
    };
  return days === 1
    ? { fi: 'Vuotta on jäljellä 1 päivä.', sv: 'Det återstår 1 dag av året.', en: '1 day of the year is left.' }
    : {
        fi: `Vuotta on jäljellä ${days} päivää.`,
        sv: `Det återstår ${days} dagar av året.`,
        en: `${days} days of the year are left.`,
      };
}

/** How much of a term is left when each warning begins: the first is given two years before the end, the fifth a month before. */
export const warningMonths = [24, 12, 6, 3, 1] as const;
export type Warning = 1 | 2 | 3 | 4 | 5;

/** What each warning adds to the one before: the text grows as the end comes nearer. */
const urged: readonly Text[] = [
  { fi: 'Varatkaa ajankohta ja valmistelijat.', sv: 'Boka tid och beredare.', en: 'Set the date and who prepares.' },
  {
    fi: 'Varmistakaa, että asia ehtii toimielimiin ennen kauden loppua.',
    sv: 'Se till att ärendet hinner till organen före periodens slut.',
    en: 'Make sure that the matter reaches the bodies before the term ends.',
  },
  { fi: 'Viekää asia johdon tietoon.', sv: 'För ärendet till ledningens kännedom.', en: 'Tell the management.' },
  {
    fi: 'Ellei velvoitetta täytetä ennen kauden loppua, se jää täyttämättä.',
    sv: 'Uppfylls skyldigheten inte före periodens slut förblir den ouppfylld.',
    en: 'Unless the duty is fulfilled before the term ends, it will be missed.',
  },
];

export function termEnds({ endsOn }: DutyPeriod, warning: Warning): Text {
  const day = numericDate(endsOn);
  const months = warningMonths[warning - 1] ?? 1;
  return sentences([
    {
      fi: `Valtuustokausi päättyy ${day.fi}, alle ${months === 1 ? 'kuukauden' : `${months} kuukauden`} kuluttua.`,
      sv: `Fullmäktigeperioden går ut ${day.sv}, om mindre än ${months === 1 ? 'en månad' : `${months} månader`}.`,
      en: `The council term ends on ${day.en}, in less than ${months === 1 ? 'a month' : `${months} months`}.`,
    },
    ...urged.slice(0, warning - 1),
  ]);
}

export function periodOver({ kind, id }: DutyPeriod): Text {
  const year = kind === 'year';
  return {
    fi: `${year ? 'Vuosi' : 'Valtuustokausi'} ${id} on päättynyt, eikä tapahtumalokissa ole merkintää velvoitteen täyttämisestä.`,
    sv: `${year ? 'År' : 'Fullmäktigeperioden'} ${id} har gått ut, och loggen har ingen anteckning om att skyldigheten har uppfyllts.`,
    en: `${year ? 'The year' : 'The council term'} ${id} is over, and the log does not record that the duty was fulfilled.`,
  };
}

export function overBeforeRecords({ kind, id }: DutyPeriod): Text {
  const year = kind === 'year';
  return {
    fi: `${year ? 'Vuosi' : 'Valtuustokausi'} ${id} päättyi, ennen kuin tapahtumalokia alettiin pitää, eikä velvoitteen täyttämisestä ole merkintää. Tapahtuneen voi kirjata jälkikäteen.`,
    sv: `${year ? 'År' : 'Fullmäktigeperioden'} ${id} gick ut innan loggen började, och det finns ingen anteckning om att skyldigheten har uppfyllts. Det som skedde kan antecknas i efterhand.`,
    en: `${year ? 'The year' : 'The council term'} ${id} ended before the log began, and nothing records that the duty was fulfilled. What happened can be entered afterwards.`,
  };
}

export function recordsBeganLate({ kind, id }: DutyPeriod, on: CivilDate): Text {
  const year = kind === 'year';
  const day = numericDate(on);
  return {
    fi: `${year ? 'Vuosi' : 'Valtuustokausi'} ${id} on päättynyt. Loki alkoi vasta ${day.fi}, eikä siitä näe, täytettiinkö velvoite ennen sitä. Tapahtuneen voi kirjata jälkikäteen.`,
    sv: `${year ? 'År' : 'Fullmäktigeperioden'} ${id} har gått ut. Loggen började först ${day.sv} och visar inte om skyldigheten uppfylldes före det. Det som skedde kan antecknas i efterhand.`,
    en: `${year ? 'The year' : 'The council term'} ${id} is over. The log began only on ${day.en} and does not tell whether the duty was fulfilled before that. What happened can be entered afterwards.`,
  };
}

export function organisationBeganLate({ kind, id }: DutyPeriod, on: CivilDate): Text {
  const year = kind === 'year';
  const day = numericDate(on);
  return {
    fi: `${year ? 'Vuosi' : 'Valtuustokausi'} ${id} on päättynyt. Kunta aloitti vasta ${day.fi}, eikä sen jälkeen ole merkintää velvoitteesta.`,
    sv: `${year ? 'År' : 'Fullmäktigeperioden'} ${id} har gått ut. Kommunen inledde sin verksamhet först ${day.sv}, och efter det finns ingen anteckning om skyldigheten.`,
    en: `${year ? 'The year' : 'The council term'} ${id} is over. The municipality began only on ${day.en}, and nothing is recorded of the duty since then.`,
  };
}

export function takenOver(from: Name, on: CivilDate): Text {
  const day = numericDate(on);
  return {
    fi: `Täyttämätön velvoite siirtyi kuntaliitoksessa ${day.fi} (${from.fi}).`,
    sv: `Den skyldighet som kommunen ${from.sv} inte hade uppfyllt övergick vid kommunsammanslagningen ${day.sv}.`,
    en: `The duty that the municipality of ${from.en ?? from.fi} had not fulfilled was taken over in the merger on ${day.en}.`,
  };
}

export function endedWithoutSuccessor(validTo: CivilDate): Text {
  const day = numericDate(validTo);
  return {
    fi: `Kunnan viimeinen päivä oli ${day.fi}, eikä rekisterissä ole sen seuraajaa.`,
    sv: `Kommunens sista dag var ${day.sv}, och registret har ingen efterträdare till den.`,
    en: `The last day of the municipality was ${day.en}, and the register has no successor of it.`,
  };
}

/** Several sentences one after the other. */
export function sentences(texts: readonly Text[]): Text {
  const [fi = '', sv = '', en = ''] = languages.map((language) => texts.map((text) => text[language]).join(' '));
  return { fi, sv, en };
}
