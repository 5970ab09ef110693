import { createHash } from 'node:crypto';
import type { Text } from '@app/domain';
import type { AttachedFile } from '@app/workflows';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { endsAs, fittingName, nameFrom } from './file-name';
import { fileType } from './file-type';
import { endings, isMediaType, kindNames, type MediaType } from './media-types';

/** What was said of a file: its type, and its name where one was given. */
export type Claimed = { type: string | undefined; name: string | undefined; title: string };

/**
 * The file as it is recorded: of the type that its content has. @throws Problem when that is none of those taken, or another than
 * was said, or not what its name ends in
 */
export function receivedFile(content: Buffer, claimed: Claimed): AttachedFile {
  const mediaType = agreedType(content, claimed.type);
  const name = claimed.name ?? nameFrom(claimed.title, mediaType);
  if (!endsAs(name, mediaType)) throw wrongEnding(name, mediaType);
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, mediaType, name };
}

/**
 * A file that came with a form: of the type that its content has. What browsers say of its type goes by its name alone, so that only
 * the name has to agree. @throws Problem when it is none of those taken, or not what its name ends in
 */
export function fileOfForm(content: Buffer, name: string): AttachedFile {
  const found = fileType(content);
  if ('refused' in found) throw notTaken(found.refused, name);
  const known = fittingName(name);
  const mediaType = found.types.find((type) => endsAs(known, type));
  if (mediaType === undefined) throw otherContent(known, found.types[0] as MediaType);
  return { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, mediaType, name: known };
}

function agreedType(content: Buffer, header: string | undefined): MediaType {
  const found = fileType(content);
  if ('refused' in found) throw notTaken(found.refused);
  const said = (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (isMediaType(said) && found.types.includes(said)) return said;
  throw mismatch(said.slice(0, 100) || '–', found.types.join(' / '));
}

function notTaken({ fi, sv, en }: Text, name?: string): Problem {
  const which = name === undefined ? '' : ` ”${name}”`;
  return new Problem('document-type', {
    detail: text(
      `Tiedosto${which} on ${fi}. Liitä PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG tai UTF-8-merkistöinen teksti tai CSV.`,
      `Filen${which} är ${sv}. Bifoga PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG eller text eller CSV i UTF-8.`,
      `The file${which} is ${en}. Attach PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG, or text or CSV in UTF-8.`,
    ),
  });
}

function mismatch(said: string, found: string): Problem {
  return new Problem('document-type-mismatch', {
    detail: text(
      `Otsakkeen Content-Type mukaan tyyppi on ${said}, mutta tiedoston tyyppi on ${found}.`,
      `Enligt huvudfältet Content-Type är typen ${said}, men filens typ är ${found}.`,
      `Content-Type says ${said}, but the file is ${found}.`,
    ),
  });
}

function wrongEnding(name: string, type: MediaType): Problem {
  const wanted = endings[type].map((ending) => `.${ending}`).join(', ');
  return new Problem('document-type-mismatch', {
    detail: text(
      `Tiedoston nimi on ”${name}”, mutta sen tyyppi on ${type}. Nimen pääte: ${wanted}.`,
      `Filen heter ”${name}”, men dess typ är ${type}. Namnets ändelse: ${wanted}.`,
      `The file is called “${name}”, but it is ${type}. Its name ends in: ${wanted}.`,
    ),
  });
}

/** The same for whoever chose the file in a browser: a new name would not make it what it should be. */
function otherContent(name: string, type: MediaType): Problem {
  const is = kindNames[type];
  return new Problem('document-type-mismatch', {
    detail: text(
      `Tiedoston ”${name}” nimi ja sisältö eivät vastaa toisiaan: sisällöltään se on ${is.fi}. Avaa tiedosto, tallenna se uudelleen ohjelmalla, jolla se on tehty, ja liitä uusi tiedosto.`,
      `Filen ”${name}” är något annat än namnet säger: till innehållet är den ${is.sv}. Öppna filen, spara den på nytt i det program som den är gjord med och bifoga den nya filen.`,
      `The file “${name}” is not what its name says: its content is ${is.en}. Open it, save it again in the program it was made with, and attach the new file.`,
    ),
  });
}
