import { caseNumberOf } from './case-numbers';

/** How the county's own bodies handle one case: the item they are given, and what each decides of it. */
export type Handling = {
  caseNumber: string;
  item: { proposal: string } & Record<string, unknown>;
  /** By the body's id. */
  decisions: Readonly<Record<string, { section: string; decision: string; wording: string; present: number }>>;
  extractsTo: string;
};

const proposal =
  'Lautakunta merkitsee vuosineuvottelun lopputuloksen tiedoksi ja lähettää sen edelleen aluehallitukselle, kunnille, maakuntaliitolle ja järjestöille otettavaksi huomioon seuraavan vuoden toiminnassa ja talousarviossa.';

export const negotiationHandling: Handling = {
  caseNumber: caseNumberOf('hyte-negotiation', 2026),
  item: {
    reasons:
      'Hyvinvointialue neuvottelee vuosittain kuntien ja muiden toimijoiden kanssa hyvinvoinnin ja terveyden edistämisen tavoitteista, toimenpiteistä, yhteistyöstä ja seurannasta.',
    proposal,
    competence: 'Hallintosääntö, hyte-lautakunnan tehtävät',
    effectsAssessed: 'not-done',
    effects: 'Asia annetaan tiedoksi. Vaikutukset arvioidaan, kun toimenpiteistä päätetään talousarviossa.',
    appeal: 'prohibited',
    appealNote: 'Päätös koskee vain valmistelua.',
    extractsTo: 'Aluehallitus, kunnat, maakuntaliitto ja järjestöt',
  },
  decisions: {
    'hyte-lautakunta': { section: '36', decision: 'note-and-forward', wording: proposal, present: 11 },
  },
  extractsTo: 'Aluehallitus, kunnat, maakuntaliitto ja järjestöt',
};

const reportProposal =
  'Hyvinvointiraportti 2025 merkitään tiedoksi ja annetaan edelleen aluehallitukselle ja aluevaltuustolle sekä kunnille otettavaksi huomioon vuosineuvottelussa.';

export const reportHandling: Handling = {
  caseNumber: caseNumberOf('wellbeing-report', 2026),
  item: {
    reasons:
      'Hyvinvointialue raportoi vuosittain valtuustolleen asukkaiden hyvinvoinnista ja terveydestä, niihin vaikuttavista tekijöistä ja toteutetuista toimenpiteistä.',
    proposal: reportProposal,
    competence: 'Hallintosääntö, hyte-lautakunnan, aluehallituksen ja aluevaltuuston tehtävät',
    effectsAssessed: 'not-done',
    effects: 'Raportti annetaan tiedoksi. Se ei muuta palveluja.',
    appeal: 'prohibited',
    appealNote: 'Päätös koskee vain valmistelua tai täytäntöönpanoa.',
    extractsTo: 'Kunnat',
  },
  decisions: {
    'hyte-lautakunta': { section: '14', decision: 'note-and-forward', wording: reportProposal, present: 12 },
    aluehallitus: { section: '112', decision: 'note-and-forward', wording: reportProposal, present: 13 },
    aluevaltuusto: { section: '41', decision: 'note', wording: 'Valtuusto merkitsi raportin tiedoksi.', present: 67 },
  },
  extractsTo: 'Kunnat',
};

const accountProposal =
  'Hyvinvointikertomus ja -suunnitelma 2025–2029 hyväksytään ja julkaistaan, ja ne annetaan kunnille otettaviksi huomioon yhteisessä työssä.';

export const accountHandling: Handling = {
  caseNumber: caseNumberOf('term-account', 2026),
  item: {
    reasons:
      'Hyvinvointialue laatii valtuustolleen valtuustokausittain hyvinvointikertomuksen ja -suunnitelman yhteistyössä kuntien kanssa.',
    proposal: accountProposal,
    competence: 'Hallintosääntö, hyte-lautakunnan, aluehallituksen ja aluevaltuuston tehtävät',
    effectsAssessed: 'done',
    effects: 'Suunnitelma vahvistaa ehkäisevää työtä kaikissa ikäryhmissä. Vaikutukset on kuvattu liitteessä.',
    appeal: 'appeal',
    appealNote: 'Valtuuston päätökseen voi hakea muutosta valittamalla.',
    extractsTo: 'Kunnat',
  },
  decisions: {
    'hyte-lautakunta': { section: '29', decision: 'approve', wording: accountProposal, present: 11 },
    aluehallitus: { section: '187', decision: 'approve', wording: accountProposal, present: 13 },
    aluevaltuusto: { section: '62', decision: 'approve', wording: accountProposal, present: 66 },
  },
  extractsTo: 'Kunnat',
};

const agreementProposal =
  'Valtuusto hyväksyy hyvinvointialueen ja kuntien yhteistyösopimuksen valtuustokaudelle 2025–2029.';

export const agreementHandling: Handling = {
  caseNumber: caseNumberOf('council-term-negotiation', 2026),
  item: {
    reasons:
      'Hyvinvointialue ja sen kunnat neuvottelevat vähintään kerran valtuustokaudessa yhteistyöstä, tavoitteista ja työnjaosta. Neuvottelussa laadittiin sopimus.',
    proposal: agreementProposal,
    competence: 'Hallintosääntö, aluevaltuuston tehtävät',
    effectsAssessed: 'done',
    effects: 'Sopimus selkeyttää työnjakoa ja vahvistaa ehkäisevää työtä. Vaikutukset on kuvattu liitteessä.',
    appeal: 'appeal',
    appealNote: 'Valtuuston päätökseen voi hakea muutosta valittamalla.',
    extractsTo: 'Kunnat',
  },
  decisions: {
    aluevaltuusto: { section: '4', decision: 'approve', wording: agreementProposal, present: 67 },
  },
  extractsTo: 'Kunnat',
};
