import { text } from '../language/text';
import { kind, type Kind } from './kind';

/** What can go wrong with the log that proves itself. */
export const logKinds = {
  'no-checkpoint': kind(
    404,
    text('Lokia ei ole vielä allekirjoitettu', 'Loggen är inte undertecknad ännu', 'The log is not signed yet'),
    text(
      'Hyvinvointialuetta ei ole, sen lokissa ei ole tapahtumia tai lokia ei allekirjoiteta tässä asennuksessa.',
      'Välfärdsområdet finns inte, dess logg har inga händelser eller så undertecknas loggen inte i denna installation.',
      'There is no such county, its log has no events, or nobody signs the log in this installation.',
    ),
  ),
  'no-tile': kind(
    404,
    text('Lokin osaa ei ole', 'Delen av loggen finns inte', 'No such tile of the log'),
    text(
      'Polku on väärä tai osa jatkuu viimeisen tarkistuspisteen yli. Lue ensin lokin «checkpoint».',
      'Sökvägen är felaktig eller delen sträcker sig förbi den senaste kontrollpunkten. Läs först loggens «checkpoint».',
      'The path is wrong, or the tile goes beyond the last checkpoint. Read the checkpoint of the log first.',
    ),
  ),
  'unknown-position': kind(
    404,
    text('Lokissa ei ole tätä paikkaa', 'Loggen har ingen sådan position', 'The log has no such position'),
    text(
      'Paikat alkavat nollasta ja päättyvät viimeiseen allekirjoitettuun tapahtumaan. Uusin tapahtuma allekirjoitetaan muutamassa sekunnissa.',
      'Positionerna börjar från noll och slutar med den senast undertecknade händelsen. Den nyaste händelsen undertecknas inom några sekunder.',
      'Positions begin with nought and end with the last event that is signed. The newest event is signed within seconds.',
    ),
  ),
  'not-a-checkpoint': kind(
    422,
    text('Tämä ei ole tarkistuspiste', 'Detta är ingen kontrollpunkt', 'This is no checkpoint'),
    text(
      'Lähetä lokin tarkistuspiste sellaisenaan, allekirjoitusriveineen (C2SP signed-note).',
      'Skicka loggens kontrollpunkt som den är, med sina underskriftsrader (C2SP signed-note).',
      'Send the checkpoint of the log as it is, with its lines of signatures (C2SP signed-note).',
    ),
  ),
  'no-witness': kind(
    422,
    text('Todistajan allekirjoitus puuttuu', 'Vittnets underskrift saknas', 'The line of a witness is missing'),
    text(
      'Yksikään rivi ei ole asetuksessa LOG_WITNESS_KEYS nimetyn todistajan pätevä allekirjoitus.',
      'Ingen rad är en giltig underskrift av ett vittne som nämns i inställningen LOG_WITNESS_KEYS.',
      'No line is a valid signature of a witness named in the setting LOG_WITNESS_KEYS.',
    ),
  ),
  'unknown-checkpoint': kind(
    409,
    text('Toinen tarkistuspiste', 'En annan kontrollpunkt', 'Another checkpoint'),
    text(
      'Tätä tarkistuspistettä ei ole allekirjoitettu täällä. Jos siinä on lokin oma allekirjoitus, loki on haarautunut: ota yhteys tarkastajaan.',
      'Denna kontrollpunkt har inte undertecknats här. Om den bär loggens egen underskrift har loggen förgrenats: kontakta revisorn.',
      'This checkpoint was not signed here. If it bears the signature of the log itself, the log has been forked: tell the auditor.',
    ),
  ),
} as const satisfies Record<string, Kind>;
