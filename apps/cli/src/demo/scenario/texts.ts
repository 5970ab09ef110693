/** What the simulated people write: in Finnish, as most of the example area does. */

export const words = {
  planning:
    'Sovittiin neuvottelun aiheista, aikataulusta ja ennakkotehtävän kysymyksistä kuntien hyvinvointikoordinaattoreiden kanssa.',
  completion:
    'Vastauksesta puuttuvat arvio periaatteiden toteutumisesta ja ehdotukset ensi vuoden aiheiksi. Pyydämme täydentämään ne.',
  telephone: 'Vastaus saatiin puhelimitse hyvinvointikoordinaattorilta.',
  comment: 'Yhteenveto vastaa neuvottelussa sovittua. Lisäisimme vastuutahot jokaiseen toimenpiteeseen.',
};

/** What is written of the wellbeing report. */
export const reportWords = {
  design: 'Kunnilta, toimialoilta ja järjestöiltä pyydetään kortti. Indikaattorit kootaan samaan aikaan.',
  indicators: {
    values: [
      { indicator: 'Yksinäisyyttä kokevat 8.–9. luokkien oppilaat', value: '16 %', year: '2025' },
      { indicator: 'Kaatumisvammojen hoitojaksot 65 vuotta täyttäneillä', value: '1 240', year: '2025' },
      { indicator: 'Lihavuus 45–64-vuotiailla', value: '25,7 %', year: '2025' },
    ],
    hyteCoefficient: 'Alueen kerroin parani elintapaohjauksessa ja heikkeni kaatumisten ehkäisyssä.',
    experience: 'Kokemusasiantuntijat toivovat yhtä paikkaa, josta palvelut löytyvät.',
  },
  summary:
    'Asukkaiden hyvinvointi on pysynyt ennallaan. Nuorten yksinäisyys väheni hieman, ikääntyneiden kaatumiset lisääntyivät. Kunnat, toimialat ja järjestöt lisäsivät yhteistä ehkäisevää työtä.',
  link: 'https://paijatha.example.invalid/hyvinvointiraportti-2025',
};

/** What is written of the county's own account and plan of the council term. */
export const accountWords = {
  summary:
    'Kertomus kokoaa väestön hyvinvoinnin, palvelujen ja ehkäisevän työn kauden alussa. Suunnitelma asettaa neljä tavoitetta ja niiden mittarit.',
  link: 'https://paijatha.example.invalid/hyvinvointikertomus-2025-2029',
};

/** What is written of the meetings of the interface board. */
export const boardWords = {
  item: (name: string) => ({
    title: `${name}: yhteisen työn tilanne ja seuraavat askeleet`,
    presenter: 'yhdyspintakoordinaattori',
    text: 'Yhteyshenkilöt ovat ehdottaneet asiaa. Kokous kuulee tilanteen ja sopii vastuista.',
    proposal: 'Neuvottelukunta sopii vastuista ja seuraa toteutumista seuraavassa kokouksessa.',
  }),
  document: (entry: string): string => `https://paijatha.example.invalid/yhdyspinnat/${entry}`,
  invitation: 'Kokous alkaa kahvilla klo 8.45. Liitteet ovat esityslistan sivulla.',
  quorumRule: 'Läsnä on yli puolet jäsenistä, puheenjohtaja tai varapuheenjohtaja mukaan lukien.',
  decision: {
    decision: 'Hyväksyttiin ehdotuksen mukaan.',
    goal: 'Työnjako on kirjattu ja tiedossa kaikissa kunnissa.',
    owner: 'yhdyspintakoordinaattori',
  },
  status: 'Työ etenee sovitusti.',
  question: {
    question: 'Kuka kokoaa yhteiset tiedot ennen seuraavaa kokousta?',
    answer: 'Yhdyspintakoordinaattori pyytää ne yhteyshenkilöiltä.',
  },
};

/** What the indicator cards say together. */
export const indicatorWords = {
  summary:
    'Viidestä kortista kolme etenee suunnitellusti. Kaatumisten ehkäisyssä tavoite on vaarassa, koska henkilöstö ei riitä.',
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
  /** What the negotiators have drafted. */
  agreement: {
    measures: [
      { title: 'Yhteinen elintapaohjauksen polku', owner: 'Hyvinvointialue ja kunnat', dueYear: 2027 },
      { title: 'Kaatumisten ehkäisyn toimintamalli', owner: 'Ikääntyneiden palvelut ja liikuntatoimet', dueYear: 2028 },
    ],
    divisionOfWork:
      'Kunnat vastaavat arjen ympäristöistä ja liikunnasta, hyvinvointialue neuvonnasta ja palveluista. Yhteinen seuranta kootaan kahdesti vuodessa.',
    document: 'https://paijatha.example.invalid/yhteistyosopimus-2025-2029',
  },
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
