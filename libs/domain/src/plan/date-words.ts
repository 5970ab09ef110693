import type { CivilDate } from '../calendar/civil-date';
import { numericDate } from '../calendar/numeric-date';
import { weekdayAbbreviation } from '../calendar/weekday';
import type { Text } from '../text';

/** A date of the year clock as a word in a sentence. Finnish needs the forms 'neuvottelu', 'neuvottelun jälkeen' and 'ennen neuvottelua'. */
export type DateWords = { fi: { nominative: string; genitive: string; partitive: string }; sv: string; en: string };

type Row = readonly [name: string, fi: readonly [string, string, string], sv: string, en: string];

const rows: readonly Row[] = [
  [
    'acknowledgements',
    ['kuntien käsittely', 'kuntien käsittelyn', 'kuntien käsittelyä'],
    'kommunernas behandling',
    'the municipalities’ handling',
  ],
  [
    'announcement',
    ['kutsun lähettäminen', 'kutsun lähettämisen', 'kutsun lähettämistä'],
    'utsändandet av inbjudan',
    'the sending of the invitation',
  ],
  ['agenda', ['esityslista', 'esityslistan', 'esityslistaa'], 'föredragningslistan', 'the agenda'],
  [
    'answersCompiled',
    ['vastausten koonti', 'vastausten koonnin', 'vastausten koontia'],
    'sammanställningen av svaren',
    'the summary of answers',
  ],
  ['assignmentDue', ['vastauspäivä', 'vastauspäivän', 'vastauspäivää'], 'svarsdagen', 'the reply date'],
  [
    'budgetHandled',
    ['talousarvion käsittely', 'talousarvion käsittelyn', 'talousarvion käsittelyä'],
    'behandlingen av budgeten',
    'the handling of the budget',
  ],
  [
    'cardsCompiled',
    ['korttien koonti', 'korttien koonnin', 'korttien koontia'],
    'sammanställningen av korten',
    'the compiling of the cards',
  ],
  [
    'cardsDue',
    ['korttien vastauspäivä', 'korttien vastauspäivän', 'korttien vastauspäivää'],
    'svarsdagen för korten',
    'the reply date of the cards',
  ],
  ['closed', ['päättäminen', 'päättämisen', 'päättämistä'], 'avslutandet', 'the closing'],
  [
    'commentsDue',
    ['kommentointipäivä', 'kommentointipäivän', 'kommentointipäivää'],
    'sista dagen för kommentarer',
    'the last day for comments',
  ],
  [
    'compiled',
    ['korttien koonti', 'korttien koonnin', 'korttien koontia'],
    'sammanställningen av korten',
    'the compiling of the cards',
  ],
  [
    'countyCouncil',
    ['aluevaltuuston kokous', 'aluevaltuuston kokouksen', 'aluevaltuuston kokousta'],
    'välfärdsområdesfullmäktiges sammanträde',
    'the county council’s meeting',
  ],
  [
    'countyExecutive',
    ['aluehallituksen kokous', 'aluehallituksen kokouksen', 'aluehallituksen kokousta'],
    'välfärdsområdesstyrelsens sammanträde',
    'the county executive’s meeting',
  ],
  [
    'dateFixed',
    ['päivän sopiminen', 'päivän sopimisen', 'päivän sopimista'],
    'överenskommelsen om dagen',
    'the fixing of the date',
  ],
  [
    'delivered',
    ['toimittaminen kunnille', 'kunnille toimittamisen', 'kunnille toimittamista'],
    'överlämnandet till kommunerna',
    'the delivery to the municipalities',
  ],
  [
    'deliveredToCounty',
    ['toimittaminen hyvinvointialueelle', 'hyvinvointialueelle toimittamisen', 'hyvinvointialueelle toimittamista'],
    'inlämnandet till välfärdsområdet',
    'the delivery to the county',
  ],
  [
    'designStarts',
    ['suunnittelun alku', 'suunnittelun alun', 'suunnittelun alkua'],
    'planeringens början',
    'the start of the design',
  ],
  [
    'draftSummary',
    ['yhteenvedon luonnos', 'yhteenvedon luonnoksen', 'yhteenvedon luonnosta'],
    'utkastet till sammandrag',
    'the draft summary',
  ],
  ['event', ['tapahtuma', 'tapahtuman', 'tapahtumaa'], 'evenemanget', 'the event'],
  ['forum', ['yhteistyöfoorumi', 'yhteistyöfoorumin', 'yhteistyöfoorumia'], 'samarbetsforumet', 'the forum'],
  [
    'goalsWorkbook',
    ['tavoitetyökirja', 'tavoitetyökirjan', 'tavoitetyökirjaa'],
    'arbetsboken för mål',
    'the goals workbook',
  ],
  [
    'hyteBoard',
    ['hyte-lautakunnan kokous', 'hyte-lautakunnan kokouksen', 'hyte-lautakunnan kokousta'],
    'hyte-nämndens sammanträde',
    'the HYTE board’s meeting',
  ],
  [
    'indicatorsReady',
    ['indikaattorien valmistuminen', 'indikaattorien valmistumisen', 'indikaattorien valmistumista'],
    'dagen då indikatorerna är klara',
    'the day on which the indicators are ready',
  ],
  ['invitation', ['kutsu', 'kutsun', 'kutsua'], 'inbjudan', 'the invitation'],
  [
    'itemsReady',
    ['asioiden valmistuminen', 'asioiden valmistumisen', 'asioiden valmistumista'],
    'dagen då ärendena är klara',
    'the day on which the items are ready',
  ],
  ['meeting', ['kokous', 'kokouksen', 'kokousta'], 'sammanträdet', 'the meeting'],
  [
    'midEvaluation',
    ['väliarviointi', 'väliarvioinnin', 'väliarviointia'],
    'halvtidsutvärderingen',
    'the mid-term evaluation',
  ],
  ['minutes', ['pöytäkirja', 'pöytäkirjan', 'pöytäkirjaa'], 'protokollet', 'the minutes'],
  [
    'municipalities',
    ['kuntien valtuustokäsittely', 'kuntien valtuustokäsittelyn', 'kuntien valtuustokäsittelyä'],
    'behandlingen i kommunfullmäktige',
    'the handling in the municipal councils',
  ],
  ['negotiation', ['neuvottelu', 'neuvottelun', 'neuvottelua'], 'förhandlingen', 'the negotiation'],
  ['notes', ['muistio', 'muistion', 'muistiota'], 'minnesanteckningarna', 'the notes'],
  ['planning', ['suunnittelu', 'suunnittelun', 'suunnittelua'], 'planeringen', 'the planning'],
  ['prepared', ['valmistelu', 'valmistelun', 'valmistelua'], 'beredningen', 'the preparation'],
  ['published', ['julkaiseminen', 'julkaisemisen', 'julkaisemista'], 'publiceringen', 'the publication'],
  [
    'reportReady',
    ['raportin valmistuminen', 'raportin valmistumisen', 'raportin valmistumista'],
    'dagen då rapporten är klar',
    'the day on which the report is ready',
  ],
  [
    'requestsSent',
    ['pyyntöjen lähettäminen', 'pyyntöjen lähettämisen', 'pyyntöjen lähettämistä'],
    'utsändandet av begärandena',
    'the sending of the requests',
  ],
  [
    'resultSent',
    ['tuloksen lähettäminen', 'tuloksen lähettämisen', 'tuloksen lähettämistä'],
    'utsändandet av resultatet',
    'the sending of the result',
  ],
  ['situation', ['tilannekuva', 'tilannekuvan', 'tilannekuvaa'], 'lägesbilden', 'the situational picture'],
  ['statusDue', ['tilannepäivä', 'tilannepäivän', 'tilannepäivää'], 'statusdagen', 'the status date'],
  ['summary', ['yhteenveto', 'yhteenvedon', 'yhteenvetoa'], 'sammandraget', 'the summary'],
  ['termEnds', ['kauden loppu', 'kauden lopun', 'kauden loppua'], 'periodens slut', 'the end of the term'],
  [
    'topicsAsked',
    ['aiheiden kysyminen', 'aiheiden kysymisen', 'aiheiden kysymistä'],
    'frågan om ämnen',
    'the asking for topics',
  ],
];

const words = new Map<string, DateWords>(
  rows.map(([name, [nominative, genitive, partitive], sv, en]) => [
    name,
    { fi: { nominative, genitive, partitive }, sv, en },
  ]),
);

/** The date's name as a word; a name that is not known is quoted as it was written. */
export function dateWords(name: string): DateWords {
  const fi = { nominative: `päivä ”${name}”`, genitive: `päivän ”${name}”`, partitive: `päivää ”${name}”` };
  return words.get(name) ?? { fi, sv: `dagen ”${name}”`, en: `the date “${name}”` };
}

/** The date's name as the subject of a sentence: 'neuvottelu', 'förhandlingen', 'the negotiation'. */
export function dateWord(name: string): Text {
  const { fi, sv, en } = dateWords(name);
  return { fi: fi.nominative, sv, en };
}

/** 'to 27.8.2026', 'to 27.8.2026', 'Thu 27 August 2026'. */
export function shortDate(on: CivilDate): Text {
  const date = numericDate(on);
  return {
    fi: `${weekdayAbbreviation(on, 'fi')} ${date.fi}`,
    sv: `${weekdayAbbreviation(on, 'sv')} ${date.sv}`,
    en: `${weekdayAbbreviation(on, 'en')} ${date.en}`,
  };
}
