import { shown } from './print';

it.each([
  ['Asianhallinta, avain 2', 'Asianhallinta, avain 2'],
  ['yksi\tkaksi\nkolme', 'yksi\tkaksi\nkolme'],
  ['\u001b[2Jok\u001b]0;otsikko\u0007', '\ufffd[2Jok\ufffd]0;otsikko\ufffd'],
  ['ok\rei', 'ok\ufffdei'],
  ['\u009b31m', '\ufffd31m'],
  ['tosi\u202eeisot', 'tosi\ufffdeisot'],
])('shows %j as %j', (written, seen) => expect(shown(written)).toBe(`${seen}\n`));
