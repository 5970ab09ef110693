/** What the simulated clerks write into forms: in Finnish, as most of the example area does. */

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
  needs: topics,
  'measures.measure': ['Liikuntaneuvonta', 'Ikäihmisten tasapainoryhmät', 'Etsivä nuorisotyö'],
  'measures.result': ['120 osallistujaa', '14 ryhmää, 160 osallistujaa', 'Tavoitettiin 85 nuorta'],
  'measures.owner': ['Liikuntatoimi', 'Hyvinvointipalvelut', 'Nuorisotoimi'],
  responsible: ['Hyvinvointilautakunta', 'Hyvinvointikoordinaattori'],
  indicator: ['Lihavuus 45–64-vuotiailla', 'Kaatumisvammojen hoitojaksot', 'Yksinäisyyttä kokevat nuoret'],
  'tasks.task': ['Elintapaohjauksen yhteinen polku', 'Kaatumisten ehkäisyn tarkistuslista'],
  'tasks.owner': ['Hyvinvointialue ja kunnat yhdessä'],
  'risks.risk': ['Henkilöstö ei riitä', 'Rahoitus päättyy kesken vuoden'],
  'risks.mitigation': ['Sovitaan sijaisista hyvissä ajoin', 'Haetaan jatkoa avustukselle'],
  councilSection: ['41', '38', '52'],
  caseNumber: ['214/00.01.02/2026', '187/00.01.02/2026'],
  'topics.title': ['Yhteisen työn tilanne ja seuraavat askeleet', 'Tiedonkulku palvelujen rajapinnassa'],
  'topics.why': ['Vastuista on sovittava ennen talousarviota.', 'Asukkaat ohjautuvat vielä väärään paikkaan.'],
  'topics.outcome': ['Sovitaan vastuut ja aikataulu.', 'Nimetään yhteyshenkilöt.'],
};

/** The numbers they give, by question; each picks one. What is not here is a count of people. */
export const answerNumbers: Readonly<Record<string, readonly string[]>> = {
  baseline: ['24,8'],
  baselineYear: ['2021'],
  latest: ['25,7'],
  latestYear: ['2025'],
  target: ['24'],
  targetYear: ['2027'],
};

/** What they write where nothing is known of the question. */
export const sentences = [
  'Työ eteni suunnitelman mukaan, ja seuranta jatkuu.',
  'Olemme sopineet vastuista ja seuraamme tuloksia kahdesti vuodessa.',
  'Tilanne on pysynyt ennallaan. Lisäämme yhteistyötä järjestöjen kanssa.',
];
