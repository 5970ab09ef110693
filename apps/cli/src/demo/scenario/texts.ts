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

/** What the parties write, by question; each picks one of the texts. */
export const answerTexts: Readonly<Record<string, readonly string[]>> = {
  efforts,
  results,
  cooperation,
  obstacles,
  principles,
  topics,
};

/** What they write where nothing is known of the question. */
export const sentences = [
  'Työ eteni suunnitelman mukaan, ja seuranta jatkuu.',
  'Olemme sopineet vastuista ja seuraamme tuloksia kahdesti vuodessa.',
  'Tilanne on pysynyt ennallaan. Lisäämme yhteistyötä järjestöjen kanssa.',
];

export const words = {
  planning:
    'Sovittiin neuvottelun aiheista, aikataulusta ja ennakkotehtävän kysymyksistä kuntien hyvinvointikoordinaattoreiden kanssa.',
  completion:
    'Vastauksesta puuttuvat arvio periaatteiden toteutumisesta ja ehdotukset ensi vuoden aiheiksi. Pyydämme täydentämään ne.',
  telephone: 'Vastaus saatiin puhelimitse hyvinvointikoordinaattorilta.',
  comment: 'Yhteenveto vastaa neuvottelussa sovittua. Lisäisimme vastuutahot jokaiseen toimenpiteeseen.',
  proposal:
    'Lautakunta merkitsee vuosineuvottelun lopputuloksen tiedoksi ja lähettää sen edelleen aluehallitukselle, kunnille, maakuntaliitolle ja järjestöille otettavaksi huomioon seuraavan vuoden toiminnassa ja talousarviossa.',
  extractTo: 'Aluehallitus, kunnat, maakuntaliitto ja järjestöt',
};

/** What is written of a meeting or a seminar. */
export const eventWords = {
  programme: (title: string): string =>
    `${title}: kuulemme, mitä yhteinen työ on tuonut, ja sovimme seuraavista askelista.`,
  outcomes: [
    'Sovittiin yhteisestä seurannasta ja siitä, kuka kokoaa tiedot.',
    'Seuraava tilaisuus järjestetään vuoden kuluttua.',
  ],
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
