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
