/** What the simulated people write: in Finnish, as most of the example area does. */

export const words = {
  planning:
    'Sovittiin neuvottelun aiheista, aikataulusta ja ennakkotehtävän kysymyksistä kuntien hyvinvointikoordinaattoreiden kanssa.',
  completion:
    'Vastauksesta puuttuvat arvio periaatteiden toteutumisesta ja ehdotukset ensi vuoden aiheiksi. Pyydämme täydentämään ne.',
  telephone: 'Vastaus saatiin puhelimitse hyvinvointikoordinaattorilta.',
  comment: 'Yhteenveto vastaa neuvottelussa sovittua. Lisäisimme vastuutahot jokaiseen toimenpiteeseen.',
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
