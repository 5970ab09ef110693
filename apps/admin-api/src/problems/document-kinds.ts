import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with a file that is attached, or asked for. */
export const documentKinds = {
  'disposed-of': kind(
    410,
    text('Hävitetty', 'Gallrad', 'Disposed of'),
    text(
      'Työnkulun säilytysaika on päättynyt ja sen sisältö on hävitetty. Lokissa on siitä tapahtuma RecordDisposed.',
      'Förloppets förvaringstid har gått ut och innehållet har gallrats. I loggen finns händelsen RecordDisposed.',
      'The retention of the workflow is over and what it said has been disposed of. The log has an event RecordDisposed of it.',
    ),
  ),
  'document-elsewhere': kind(
    404,
    text('Tiedostoa ei ole täällä', 'Filen finns inte här', 'The file is not here'),
    text(
      'Asiakirja on linkki: sen osoite on työnkulun tiedoissa.',
      'Handlingen är en länk: adressen finns bland förloppets uppgifter.',
      'The document is a link: the workflow says where it leads.',
    ),
  ),
  'document-too-large': kind(
    413,
    text('Tiedosto on liian suuri', 'Filen är för stor', 'The file is too large'),
    text(
      'Tiedoston enimmäiskoko on 25 Mt. Liitä suurempi asiakirja linkkinä.',
      'Filen får vara högst 25 MB. Bifoga en större handling som länk.',
      'A file may have 25 MB at most. Attach a larger document as a link.',
    ),
  ),
  'document-type': kind(
    415,
    text('Tiedostotyyppi ei kelpaa', 'Filtypen duger inte', 'This type of file is not taken'),
    text(
      'Liitä PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG tai UTF-8-merkistöinen teksti tai CSV.',
      'Bifoga PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG eller text eller CSV i UTF-8.',
      'Attach PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG, or text or CSV in UTF-8.',
    ),
  ),
  'document-type-mismatch': kind(
    415,
    text(
      'Tiedosto on muuta kuin ilmoitettu',
      'Filen är något annat än angivet',
      'The file is not what it is said to be',
    ),
    text(
      'Lähetä otsakkeessa Content-Type ja nimen päätteessä tiedoston oikea tyyppi.',
      'Skicka filens rätta typ i huvudfältet Content-Type och i namnets ändelse.',
      'Send the real type of the file as its Content-Type and in the ending of its name.',
    ),
  ),
  'document-empty': kind(
    422,
    text('Tiedosto on tyhjä', 'Filen är tom', 'The file is empty'),
    text('Lähetä tiedosto pyynnön runkona.', 'Skicka filen som begärans innehåll.', 'Send the file as the body.'),
  ),
};
