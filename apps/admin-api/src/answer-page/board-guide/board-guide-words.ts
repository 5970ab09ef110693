import type { Text } from '@app/domain';
import { text } from '../../language/text';

export const guideWords = {
  heading: text('Jos toimielin käsittelee asian', 'Om ett organ behandlar ärendet', 'If a body handles the matter'),
  announce: text(
    'Ilmoita, mikä toimielin käsittelee asian ja milloin.',
    'Meddela vilket organ som behandlar ärendet och när.',
    'Tell which body handles the matter and when.',
  ),
  place: text(
    'Ilmoita, missä kokouksessa toimielin käsittelee asian.',
    'Meddela vid vilket sammanträde organet behandlar ärendet.',
    'Tell in which meeting the body handles the matter.',
  ),
  toForm: text('Siirry ilmoitukseen', 'Gå till anmälan', 'Go to that form'),
  announced: text('Ilmoitettu:', 'Anmält:', 'Announced:'),
  download: text(
    'Lataa valmis teksti esityslistalle. Siinä on selostus ja päätösehdotus; täydennä hakasulkeissa olevat kohdat.',
    'Ladda ner en färdig text till föredragningslistan. Den innehåller redogörelsen och beslutsförslaget; komplettera det som står inom hakparentes.',
    'Download a ready text for the agenda. It has the account and the proposal; fill in what stands in square brackets.',
  ),
  plain: text('Esityslistateksti, pelkkä teksti', 'Text till föredragningslistan, ren text', 'Agenda text, plain text'),
  page: text('Esityslistateksti, HTML', 'Text till föredragningslistan, HTML', 'Agenda text, HTML'),
  answerAfter: text(
    'Lähetä kokouksen jälkeen vastaus sekä toimielin, kokouspäivä, pykälä ja linkki pöytäkirjaan.',
    'Skicka efter sammanträdet svaret samt organet, sammanträdesdagen, paragrafen och en länk till protokollet.',
    'After the meeting, send the answer with the body, the day, the section and a link to the minutes.',
  ),
  decisionAfter: text(
    'Ilmoita kokouksen jälkeen päätös, kokouspäivä, pykälä ja linkki pöytäkirjaan.',
    'Meddela efter sammanträdet beslutet, sammanträdesdagen, paragrafen och en länk till protokollet.',
    'After the meeting, report the decision, the day, the section and a link to the minutes.',
  ),
  meetings: text('Tulevat kokoukset', 'Kommande sammanträden', 'Coming meetings'),
  closes: text('Esityslista sulkeutuu', 'Föredragningslistan stängs', 'The agenda closes'),
  closed: text('(sulkeutunut)', '(stängd)', '(closed)'),
} as const satisfies Record<string, Text>;
