/** What the simulated people write: in Finnish, as most of the example area does. */

const efforts = [
  'Käynnistimme maksuttoman liikuntaneuvonnan ja avasimme matalan kynnyksen kohtaamispaikan.',
  'Lisäsimme etsivää nuorisotyötä ja vahvistimme koulujen kerhotoimintaa.',
  'Järjestimme ikääntyneille ryhmiä, joissa harjoiteltiin tasapainoa ja digitaitoja.',
  'Kokosimme järjestöt, koulut ja terveyspalvelut yhteiseen hyvinvointityöryhmään.',
];
const results = [
  'Osallistujia oli enemmän kuin edellisenä vuonna. Näemme sen ilmoittautumisista ja palautteesta.',
  'Kouluterveyskyselyn tulos parani hieman, mutta muutos on vielä pieni.',
  'Tulokset näkyvät hitaasti. Seuraamme kaatumisten ja yksinäisyyden määrää.',
];
const cooperation = [
  'Yhteistyö toimi hyvin hyvinvointialueen elintapaohjauksessa.',
  'Järjestöjen ja kuntien yhteiset tilaisuudet toimivat hyvin.',
  'Tiedonkulku hyvinvointialueen yhteyshenkilöiltä on parantunut.',
];
const obstacles = [
  'Henkilöstö vaihtui kesken vuoden, ja osa koulutuksista siirtyi.',
  'Rahoitus varmistui myöhään, joten kaikkea ei ehditty aloittaa.',
  'Samaa tietoa kysyttiin usealta taholta, mikä vei aikaa.',
];
const principles = [
  'Periaatteet toteutuivat pääosin. Työnjakoa kannattaa vielä täsmentää.',
  'Sovitut yhteiset tapaamiset toteutuivat, yhteinen seuranta ei vielä.',
];
const topics = [
  'Ehdotamme aiheiksi nuorten mielenterveyttä ja päihteiden käytön ehkäisyä.',
  'Ehdotamme aiheeksi ikääntyneiden yksinäisyyden vähentämistä.',
  'Haluamme sopia liikkumisen edistämisestä ja elintapaohjauksen työnjaosta.',
];

/** The answers of one party to the six questions of the advance assignment. */
export function answersOf(no: number): Record<string, string> {
  return {
    efforts: pick(efforts, no),
    results: pick(results, no),
    cooperation: pick(cooperation, no + 1),
    obstacles: pick(obstacles, no + 2),
    principles: pick(principles, no),
    topics: pick(topics, no + 1),
  };
}

/** An answer that leaves most of the questions open. */
export function shortAnswersOf(no: number): Record<string, string> {
  return { efforts: pick(efforts, no) };
}

const proposal =
  'Lautakunta merkitsee vuosineuvottelun lopputuloksen tiedoksi ja lähettää sen edelleen aluehallitukselle, kunnille, maakuntaliitolle ja järjestöille otettavaksi huomioon seuraavan vuoden toiminnassa ja talousarviossa.';
const extractsTo = 'Aluehallitus, kunnat, maakuntaliitto ja järjestöt';

export const words = {
  planning:
    'Sovittiin neuvottelun aiheista, aikataulusta ja ennakkotehtävän kysymyksistä kuntien hyvinvointikoordinaattoreiden kanssa.',
  completion:
    'Vastauksesta puuttuvat arvio periaatteiden toteutumisesta ja ehdotukset ensi vuoden aiheiksi. Pyydämme täydentämään ne.',
  telephone: 'Vastaus saatiin puhelimitse hyvinvointikoordinaattorilta.',
  comment: 'Yhteenveto vastaa neuvottelussa sovittua. Lisäisimme vastuutahot jokaiseen toimenpiteeseen.',
  proposal,
  /** The item of the county's board, as its agenda needs it. */
  item: {
    reasons:
      'Hyvinvointialue neuvottelee vuosittain kuntien ja muiden toimijoiden kanssa hyvinvoinnin ja terveyden edistämisen tavoitteista, toimenpiteistä, yhteistyöstä ja seurannasta.',
    proposal,
    competence: 'Hallintosääntö, hyte-lautakunnan tehtävät',
    effectsAssessed: 'not-done',
    effects: 'Asia annetaan tiedoksi. Vaikutukset arvioidaan, kun toimenpiteistä päätetään talousarviossa.',
    appeal: 'prohibited',
    appealNote: 'Päätös koskee vain valmistelua.',
    extractsTo,
  },
  boardDecision: { caseNumber: '539/00.04.01/2026', wording: proposal, present: 11 },
  extractsTo,
};

/** What is written of the council term. */
export const termWords = {
  forum:
    'Neuvottelufoorumin muodostavat kuntien johtajat ja hyvinvointijohtajat sekä hyvinvointialueen johtoryhmä. Foorumi kokoontuu kahdesti vuodessa.',
  situation:
    'Väestö ikääntyy koko alueella. Lasten ja nuorten hyvinvointi on jakautunut, ja palvelujen rajapinnoilla tarvitaan selkeämpää työnjakoa.',
  midEvaluation: 'Tavoitteista puolet etenee suunnitellusti. Yhteistä seurantaa vahvistetaan kauden loppuun.',
};

/** What the negotiation agreed on. */
export const goals = [
  {
    title: 'Nuorten yksinäisyys vähenee',
    measure: 'Kouluterveyskysely: itsensä yksinäiseksi tuntevien osuus 8.–9. luokilla',
    baseline: '16 %',
    target: '13 %',
    owner: 'Kuntien sivistystoimet ja perhe- ja sosiaalipalvelut',
  },
  {
    title: 'Ikääntyneiden kaatumiset vähenevät',
    measure: 'Kaatumisvammojen hoitojaksot 65 vuotta täyttäneillä',
    baseline: '1 240 vuodessa',
    target: 'alle 1 100 vuodessa',
    owner: 'Ikääntyneiden palvelut ja kuntien liikuntatoimet',
  },
];

function pick(texts: readonly string[], no: number): string {
  return texts[no % texts.length] ?? '';
}
