import { isUtf8 } from 'node:buffer';
import { placeAt, type FileFinding } from './file-finding';

const byteOrderMarks = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one (what Excel calls Unicode text). In any other
 * encoding Finnish letters cannot be told from one another, so it is refused, with the place of the first wrong byte.
 */
export function decodeText(bytes: Buffer): string | FileFinding {
  const utf16 = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (utf16) return decodeUtf16(bytes, utf16.encoding);
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!isUtf8(bytes)) return notUtf8(bytes);
  const control = text.indexOf('\0');
  return control < 0 ? text : { message: notText, where: placeAt(text, control) };
}

function decodeUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | FileFinding {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { message: brokenUtf16 };
  }
}

function notUtf8(bytes: Buffer): FileFinding {
  const at = firstWrongByte(bytes);
  const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
  const before = bytes.toString('utf8', 0, at);
  return {
    where: placeAt(before, before.length),
    message: {
      fi: `Tiedosto ei ole UTF-8-muodossa: tavu ${at + 1} on ${byte}. ${saveRight.fi}`,
      sv: `Filen är inte kodad i UTF-8: byte ${at + 1} är ${byte}. ${saveRight.sv}`,
      en: `The file is not UTF-8: byte ${at + 1} is ${byte}. ${saveRight.en}`,
    },
  };
}

/** Where what the bytes say and what UTF-8 would have written for it part. */
function firstWrongByte(bytes: Buffer): number {
  const written = Buffer.from(bytes.toString('utf8'), 'utf8');
  const step = 1 << 16;
  let from = 0;
  while (from < bytes.length && bytes.subarray(from, from + step).equals(written.subarray(from, from + step)))
    from += step;
  while (from < bytes.length && bytes[from] === written[from]) from += 1;
  return from;
}

const saveRight = {
  fi: 'Tallenna se uudelleen: Excelissä tiedostotyyppi ”CSV UTF-8” tai XLSX, muistiossa koodaus UTF-8.',
  sv: 'Spara den på nytt: i Excel filformatet ”CSV UTF-8” eller XLSX, i Anteckningar kodningen UTF-8.',
  en: 'Save it again: in Excel as “CSV UTF-8” or XLSX, in a text editor with the encoding UTF-8.',
};

const notText = {
  fi: 'Tiedosto ei ole tekstiä eikä XLSX-työkirja. Anna YAML-, JSON-, CSV- tai XLSX-tiedosto.',
  sv: 'Filen är varken text eller en XLSX-arbetsbok. Ange en YAML-, JSON-, CSV- eller XLSX-fil.',
  en: 'The file is neither text nor an XLSX workbook. Give a YAML, JSON, CSV or XLSX file.',
};

const brokenUtf16 = {
  fi: `Tiedosto alkaa UTF-16-merkillä, mutta ei ole kelvollista UTF-16:ta. ${saveRight.fi}`,
  sv: `Filen börjar som UTF-16 men är inte giltig UTF-16. ${saveRight.sv}`,
  en: `The file begins like UTF-16 but is not valid UTF-16. ${saveRight.en}`,
};
