import { text } from '../language/text';
import { kind } from './kind';

/** What can stand against a command that a second person confirms. */
export const fourEyesKinds = {
  'second-person-needed': kind(
    409,
    text(
      'Toiminto vaatii toisen henkilön vahvistuksen',
      'Åtgärden kräver en andra persons bekräftelse',
      'A second person has to confirm the command',
    ),
    text(
      'Mitään ei tehty. Esitä toiminto yksittäin (POST /v1/workflows/{id}/commands), niin toinen henkilö voi vahvistaa sen.',
      'Ingenting gjordes. Föreslå åtgärden för sig (POST /v1/workflows/{id}/commands), så kan en andra person bekräfta den.',
      'Nothing was done. Propose the command by itself (POST /v1/workflows/{id}/commands) for a second person to confirm.',
    ),
  ),
  'other-person-required': kind(
    403,
    text(
      'Omaa esitystä ei voi vahvistaa',
      'Ett eget förslag kan inte bekräftas',
      'One’s own proposal cannot be confirmed',
    ),
    text(
      'Toisen henkilön on vahvistettava esitys. Esittäjän oma avain ja samoin nimetyt avaimet eivät kelpaa.',
      'En annan person ska bekräfta förslaget. Varken förslagsställarens egen nyckel eller nycklar med samma benämning duger.',
      'Another person has to confirm it. Neither the proposer’s own key nor one with the same label will do.',
    ),
  ),
  'unknown-proposal': kind(
    404,
    text('Esitystä ei löydy', 'Förslaget hittas inte', 'No such proposal'),
    text(
      'Työnkulun esitykset on lueteltu osoitteessa /v1/workflows/{id}/proposals.',
      'Förloppets förslag finns förtecknade på adressen /v1/workflows/{id}/proposals.',
      'The proposals of the workflow are listed at /v1/workflows/{id}/proposals.',
    ),
  ),
  'proposal-decided': kind(
    409,
    text('Esitys on jo ratkaistu', 'Förslaget har redan avgjorts', 'The proposal has been decided already'),
    text(
      'Esitys on vahvistettu, hylätty tai rauennut. Tarvittaessa toiminto on esitettävä uudelleen.',
      'Förslaget har bekräftats, avslagits eller förfallit. Vid behov ska åtgärden föreslås på nytt.',
      'It has been confirmed or rejected, or its time is over. Where it is still needed, the command has to be proposed anew.',
    ),
  ),
  'proposal-void': kind(
    412,
    text(
      'Esitys on rauennut, koska työnkulku on muuttunut',
      'Förslaget har förfallit, eftersom förloppet har ändrats',
      'The proposal is void, as the workflow has changed',
    ),
    text(
      'Mitään ei tehty. Lue työnkulku uudelleen ja esitä toiminto tarvittaessa uudelleen.',
      'Ingenting gjordes. Läs förloppet på nytt och föreslå åtgärden vid behov på nytt.',
      'Nothing was done. Read the workflow again, and propose the command anew where it is still needed.',
    ),
  ),
};
