import { pdf, refused, taken, zip } from '../../test/sample-files';
import { Problem } from '../problems/problem';
import { asAttachment, isFileName } from './file-name';
import { receivedFile } from './received-file';
import { zipEntries } from './zip-directory';

const received = (content: Buffer, type: string | undefined, name?: string, title = 'Pöytäkirja') =>
  receivedFile(content, { type, name, title });

function problemOf(...given: Parameters<typeof received>) {
  try {
    received(...given);
  } catch (error) {
    if (error instanceof Problem) return { kind: error.kind, detail: error.more.detail?.en };
    throw error;
  }
  throw new Error('It was taken');
}

describe('a file', () => {
  it.each(taken)('of the type %s is taken as that and as no other', (type, content) => {
    expect(received(content, `${type}; charset=utf-8`)).toMatchObject({ mediaType: type, bytes: content.length });
    const others = taken.map(([other]) => other).filter((other) => other !== type);
    const wrong = others.filter((other) => !(type.startsWith('text/') && other.startsWith('text/')));
    for (const other of [...wrong, undefined, 'application/octet-stream']) {
      const { kind, detail } = problemOf(content, other);
      expect(kind).toBe('document-type-mismatch');
      expect(detail).toContain(type);
      expect(detail).toContain(other ?? '–');
    }
  });

  it.each(refused)('that is %s is refused whatever it is said to be', (_, content, found) => {
    for (const type of ['application/pdf', 'text/plain', undefined]) {
      const { kind, detail } = problemOf(content, type);
      expect(kind).toBe('document-type');
      expect(detail).toContain(found);
    }
  });

  it('is called by its title where it came without a name', () => {
    expect(received(pdf, 'application/pdf').name).toBe('Pöytäkirja.pdf');
    expect(received(pdf, 'application/pdf', undefined, ' a/b: "c"\u202E.exe ').name).toBe('a b c .exe.pdf');
    expect(received(pdf, 'application/pdf', undefined, '/').name).toBe('document.pdf');
  });

  it('has a name that ends as its type does', () => {
    expect(received(pdf, 'application/pdf', 'Liite 1.PDF').name).toBe('Liite 1.PDF');
    for (const name of ['liite.exe', 'liite.pdf.html', 'liite', 'pdf'])
      expect(problemOf(pdf, 'application/pdf', name)).toMatchObject({ kind: 'document-type-mismatch' });
    for (const name of ['a/b.pdf', 'a\\b.pdf', 'a\nb.pdf', 'a\u202Efdp.exe', 'a"b.pdf', ' '])
      expect([name, isFileName(name)]).toEqual([name, false]);
    expect(isFileName('Pöytäkirja 3–2026 (liite).pdf')).toBe(true);
  });

  it('is saved under its name, whatever is in it', () => {
    expect(asAttachment("Pöytä'kirja (1).pdf")).toBe(
      "attachment; filename*=UTF-8''P%C3%B6yt%C3%A4%27kirja%20%281%29.pdf",
    );
  });
});

describe('the directory of a zip file', () => {
  it('is read without what it lists', () => {
    expect(zipEntries(zip(['a', { name: 'b', flags: 9 }], { comment: 'hei' }))).toEqual([
      { name: 'a', encrypted: false },
      { name: 'b', encrypted: true },
    ]);
  });

  it('that is damaged anywhere is none', () => {
    const whole = zip(['[Content_Types].xml', 'word/document.xml']);
    for (let length = 0; length < whole.length; length += 1)
      expect(zipEntries(whole.subarray(0, length))).toBeUndefined();
    const end = whole.length - 22;
    for (const [at, value] of [
      [end + 8, 3],
      [end + 10, 9],
      [end + 12, 1],
      [end + 16, 255],
      [end + 4, 1],
    ] as const) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(value, at);
      expect([at, zipEntries(damaged)]).toEqual([at, undefined]);
    }
  });
});
