import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { formatCheckpoint, parseCheckpoint } from './checkpoint';
import {
  cosignedText,
  formatNote,
  formatVerifierKey,
  NoteFormatError,
  parseNote,
  parseVerifierKey,
  signatureTypes,
  signersOf,
  signNote,
  verifierKeyOf,
} from './signed-note';

/** The key and the note of Go's package note, which the specification was written from. */
const neumannKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const neumannSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const neumannText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const neumannNote =
  `${neumannText}\n\u2014 PeterNeumann ` +
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
/** The example of the specification (C2SP signed-note). */
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote =
  'This is an example message.\n\n\u2014 example.com/foo ' +
  'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
/** The example of C2SP tlog-cosignature: a checkpoint and the line of its witness. */
const sofa = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const sofaLine =
  '\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';

const privateKeyFrom = (seed: Buffer) =>
  createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  });

describe('a signed note (C2SP signed-note)', () => {
  it.each([
    [neumannKey, neumannNote],
    [exampleKey, exampleNote],
  ])('of the known key %s holds, and of no other text', (line, note) => {
    const key = parseVerifierKey(line);
    expect(formatVerifierKey(key)).toBe(line);
    const parsed = parseNote(note);
    expect(formatNote(parsed)).toBe(note);
    expect(signersOf(parsed, [key])).toEqual([key]);
    expect(signersOf({ ...parsed, text: `${parsed.text}more\n` }, [key])).toEqual([]);
    expect(signersOf({ ...parsed, signatures: [] }, [key])).toEqual([]);
  });

  it('comes out as it is known', () => {
    const signature = signNote(neumannText, 'PeterNeumann', privateKeyFrom(neumannSeed));
    expect(formatNote({ text: neumannText, signatures: [signature] })).toBe(neumannNote);
  });

  it('says nothing by lines of unknown keys, and nothing by the known key of another name', () => {
    const key = parseVerifierKey(neumannKey);
    const other = verifierKeyOf('SomebodyElse', key.publicKey);
    const [line] = parseNote(neumannNote).signatures;
    const twice = parseNote(
      `${exampleNote.split('\n\n')[0] ?? ''}\n\n${formatNote({ text: '', signatures: [line!] }).slice(1)}`,
    );
    expect(signersOf(twice, [key])).toEqual([]);
    expect(signersOf(parseNote(neumannNote), [other])).toEqual([]);
    expect(signersOf(parseNote(neumannNote), [parseVerifierKey(exampleKey)])).toEqual([]);
  });

  it.each([
    ['no empty line', neumannNote.replace('\n\n', '\n')],
    ['no end of line', neumannNote.slice(0, -1)],
    ['a hyphen for the dash', neumannNote.replace('\u2014', '-')],
    ['a space too many', neumannNote.replace('\u2014 ', '\u2014  ')],
    ['base64 that is none', neumannNote.replace('x08go', 'x08g*')],
    ['base64 with bits to spare', neumannNote.replace('nAM=', 'nAN=')],
    ['a signature of four bytes', `${neumannText}\n\u2014 PeterNeumann x08gow==\n`],
    ['a control character', neumannNote.replace('think', 'thi\u0007nk')],
    ['no signature at all', `${neumannText}\n`],
    ['too many signatures', `${neumannText}\n${(neumannNote.split('\n\n')[1] ?? '').repeat(17)}`],
  ])('has %s, and is refused', (_what, note) => expect(() => parseNote(note)).toThrow(NoteFormatError));

  it.each([
    neumannKey.replace('c74f20a3', 'c74f20a4'),
    neumannKey.replace('Peter', 'Pieter'),
    neumannKey.slice(0, -4),
    neumannKey.replace('+ARpc', '+AhpC'),
    'PeterNeumann',
    '',
  ])('is not checked with %j', (line) => expect(() => parseVerifierKey(line)).toThrow(NoteFormatError));
});

describe('a checkpoint (C2SP tlog-checkpoint)', () => {
  it('says its log, the number of entries and the root', () => {
    const checkpoint = parseCheckpoint(sofa);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(formatCheckpoint(checkpoint)).toBe(sofa);
    expect(parseCheckpoint(`${sofa}an extension\n`)).toEqual(checkpoint);
  });

  it.each([
    sofa.replace('20852163', '020852163'),
    sofa.replace('20852163', '-1'),
    sofa.replace('20852163', '2e7'),
    sofa.replace('20852163', '9999999999999999'),
    sofa.replace('xq2I=', 'xq2J='),
    sofa.replace('CsUY', ''),
    sofa.replace('example.com/behind-the-sofa', ''),
    'only one line\n',
  ])('is not %j', (text) => expect(() => parseCheckpoint(text)).toThrow(NoteFormatError));
});

describe('the line of a witness (C2SP tlog-cosignature)', () => {
  it('is led by the time, and signs it with the checkpoint', () => {
    const [line] = parseNote(`${sofa}\n${sofaLine}`).signatures;
    expect(line?.name).toBe('witness.example.com/w1');
    expect(line?.keyId.toString('hex')).toBe('8d66cf3f');
    const cosigned = cosignedText(sofa, line!.signature);
    expect(cosigned?.seconds).toBe(1_679_315_147);
    expect(cosigned?.signed.toString('utf8')).toBe(`cosignature/v1\ntime 1679315147\n${sofa}`);
    expect(cosigned?.signature).toHaveLength(64);
  });

  it('holds for its text and its time only', () => {
    const privateKey = privateKeyFrom(neumannSeed);
    const key = verifierKeyOf('witness.example.com/w1', createPublicKey(privateKey), signatureTypes.cosignature);
    expect(parseVerifierKey(formatVerifierKey(key)).keyId).toEqual(key.keyId);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(1_679_315_147n);
    const { signed } = cosignedText(sofa, Buffer.concat([time, Buffer.alloc(64)]))!;
    const signature = Buffer.concat([time, sign(null, signed, privateKey)]);
    const line = { name: key.name, keyId: key.keyId, signature };
    expect(signersOf({ text: sofa, signatures: [line] }, [key])).toEqual([key]);
    const later = Buffer.from(signature);
    later.writeBigUInt64BE(1_679_315_148n);
    expect(signersOf({ text: sofa, signatures: [{ ...line, signature: later }] }, [key])).toEqual([]);
    expect(signersOf({ text: sofa, signatures: [{ ...line, signature: time }] }, [key])).toEqual([]);
    // The same key as one that signs plainly is another key.
    const plain = verifierKeyOf(key.name, key.publicKey);
    expect(plain.keyId).not.toEqual(key.keyId);
    expect(signersOf({ text: sofa, signatures: [line] }, [plain])).toEqual([]);
  });
});
