import { type Instant, helsinkiDate, helsinkiTime } from '@app/domain';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export type ArchivedFile = { name: string; content: Uint8Array };

/** What is compressed already: trying again only costs time. */
const packed = /\.(pdf|docx|xlsx|pptx|odt|ods|png|jpe?g|zip)$/i;
/** Beyond these a reader would need ZIP64. */
const most = { files: 65_000, bytes: 4_000_000_000 };
const pieceBytes = 1 << 20;

/**
 * The files as one ZIP archive, piece by piece: of the archive no more than the piece under way is held. All get the time `at`, so that the
 * same files are the same bytes. @throws RangeError where they are too many or too large for a plain archive
 */
export async function* zipped(files: AsyncIterable<ArchivedFile>, at: Instant): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const mtime = localTime(at);
  const sums = { files: 0, bytes: 0 };
  for await (const { name, content } of files) {
    sums.files += 1;
    sums.bytes += content.length;
    if (sums.files > most.files || sums.bytes > most.bytes)
      throw new RangeError('The dossier is too large for one archive; ask for it as JSON');
    const file = packed.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = mtime;
    zip.add(file);
    for (let from = 0; from < content.length; from += pieceBytes) {
      file.push(content.subarray(from, from + pieceBytes), false);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready;
}

/** An archive has local times: Helsinki's, whatever the machine's are. */
function localTime(at: Instant): Date {
  const [year = 1980, month = 1, day = 1] = helsinkiDate(at).split('-').map(Number);
  const [hour = 0, minute = 0] = helsinkiTime(at).split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute);
}
