import { oneLine, severalLines, shortened } from './plain-text';

describe('one line', () => {
  it('replaces what could end a line or turn the text around', () => {
    expect(oneLine('  Asikkala\r\nBcc: x\u2028y\u202ez\u0000 ')).toBe('Asikkala Bcc: x y z');
  });

  it('keeps letters, emoji and non-breaking spaces', () => {
    expect(oneLine('Päijänne–Åland 🏞️ 7\u00a0§')).toBe('Päijänne–Åland 🏞️ 7\u00a0§');
  });
});

describe('several lines', () => {
  it('keeps the breaks a person has written, at most one blank line in a row', () => {
    expect(severalLines('ensin\r\ntoiseksi\r\n\r\n\r\n\r\nlopuksi\u0007\n')).toBe('ensin\ntoiseksi\n\nlopuksi');
  });
});

describe('a shortened title', () => {
  it('stays as it is when it fits', () => {
    expect(shortened('lyhyt', 5)).toBe('lyhyt');
  });

  it('is cut at a word, or inside one that is longer than the limit', () => {
    expect(shortened('yksi kaksi kolme neljä', 14)).toBe('yksi kaksi…');
    expect(shortened('a'.repeat(30), 10)).toBe(`${'a'.repeat(9)}…`);
  });

  it('never cuts a character in two', () => {
    expect(shortened('🏞🏞🏞🏞', 3)).toBe('🏞🏞…');
  });
});
