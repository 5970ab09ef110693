import { sampleOf, write } from '../test/rendered';
import type { Names } from './fields';
import { bodyName, en, fi, placePhrase, sv } from './names';

const asikkala: Names = {
  name: { fi: 'Asikkala', sv: 'Asikkala' },
  form: 'kunta',
  cases: { genitive: 'Asikkalan', inessive: 'Asikkalassa', ablative: 'Asikkalalta' },
};
const lahti: Names = {
  name: { fi: 'Lahti', sv: 'Lahtis' },
  form: 'kaupunki',
  cases: { genitive: 'Lahden', inessive: 'Lahdessa', ablative: 'Lahdelta' },
};
const padasjoki: Names = {
  name: { fi: 'Padasjoki', sv: 'Padasjoki' },
  form: 'kunta',
  cases: { genitive: 'Padasjoen', inessive: 'Padasjoella', ablative: 'Padasjoelta' },
};
const iittiWithoutCases: Names = { name: { fi: 'Iitti', sv: 'Itis' }, form: 'kunta' };
const ngo: Names = { name: { fi: 'Esimerkin Kansanterveys ry', sv: 'Exempelfolkhälsan rf' } };

describe('an organisation in Finnish', () => {
  it.each([
    [asikkala, 'Asikkalan kunnalta', 'Asikkalan kunnalle', 'Asikkalan kunnan', 'Asikkalan kunta', 'kunnassanne'],
    [lahti, 'Lahden kaupungilta', 'Lahden kaupungille', 'Lahden kaupungin', 'Lahden kaupunki', 'kaupungissanne'],
    [
      iittiWithoutCases,
      'teiltä (kunta: Iitti)',
      'teille (kunta: Iitti)',
      'teidät (kunta: Iitti)',
      'kunta: Iitti',
      'kunnassanne',
    ],
    [
      ngo,
      'teiltä (Esimerkin Kansanterveys ry)',
      'teille (Esimerkin Kansanterveys ry)',
      'teidät (Esimerkin Kansanterveys ry)',
      'Esimerkin Kansanterveys ry',
      'organisaatiossanne',
    ],
  ])('%j stands in the form the register gives', (names, fromYou, toYou, you, label, inYours) => {
    expect([fi.fromYou(names), fi.toYou(names), fi.you(names), fi.label(names), fi.inYours(names)]).toEqual([
      fromYou,
      toYou,
      you,
      label,
      inYours,
    ]);
  });

  it('is spoken of as a third party where the mail goes to somebody else', () => {
    expect(fi.fromThem(lahti)).toBe('Lahden kaupungilta');
    expect(fi.fromThem(iittiWithoutCases)).toBe('vastaajalta (kunta: Iitti)');
  });

  it('never has an ending glued to its name', () => {
    const { text } = write('advance-assignment', 'fi', {
      ...sampleOf('advance-assignment'),
      organisation: iittiWithoutCases,
    });
    expect(text).toContain('pyytää teiltä (kunta: Iitti) vastausta');
    expect(text).not.toMatch(/Iitti\p{L}/u);
  });
});

describe('an organisation in Swedish and English', () => {
  it('is the municipality or the city with its name, any other its name', () => {
    expect([sv.name(asikkala), sv.name(lahti), sv.name(ngo)]).toEqual([
      'Asikkala kommun',
      'Lahtis stad',
      'Exempelfolkhälsan rf',
    ]);
    expect([en.name(asikkala), en.name(lahti), en.name(ngo)]).toEqual([
      'the municipality of Asikkala',
      'the city of Lahti',
      'Esimerkin Kansanterveys ry',
    ]);
  });
});

describe('a place', () => {
  it.each([
    [lahti, ' Lahdessa', ' i Lahtis', ' in Lahti'],
    [padasjoki, ' Padasjoella', ' i Padasjoki', ' in Padasjoki'],
    [iittiWithoutCases, ', paikka: Iitti', ' i Itis', ' in Iitti'],
    ['Sibeliustalo', ', paikka: Sibeliustalo', ', plats: Sibeliustalo', ', place: Sibeliustalo'],
    [undefined, '', '', ''],
  ])('%j', (place, inFi, inSv, inEn) => {
    expect([placePhrase(place, 'fi'), placePhrase(place, 'sv'), placePhrase(place, 'en')]).toEqual([inFi, inSv, inEn]);
  });
});

describe("a body's name inside a sentence", () => {
  it.each([
    ['Kunnanhallitus', 'kunnanhallitus'],
    ['Hyvinvoinnin ja terveyden edistämisen lautakunta', 'hyvinvoinnin ja terveyden edistämisen lautakunta'],
    ['Lahden kaupunginhallitus', 'Lahden kaupunginhallitus'],
    ['Yhdyspintaneuvottelukunta', 'yhdyspintaneuvottelukunta'],
  ])('%s in Finnish', (name, inSentence) => {
    expect(bodyName(name, 'fi')).toBe(inSentence);
  });

  it.each([
    ['Nämnden för främjande av hälsa och välfärd', 'nämnden för främjande av hälsa och välfärd'],
    ['Välfärdsområdesfullmäktige', 'välfärdsområdesfullmäktige'],
    ['Lahtis stadsstyrelse', 'Lahtis stadsstyrelse'],
  ])('%s in Swedish', (name, inSentence) => {
    expect(bodyName(name, 'sv')).toBe(inSentence);
  });

  it('keeps the capital of a Finnish name in an English sentence', () => {
    expect(bodyName({ fi: 'Kunnanhallitus', sv: 'Kommunstyrelsen' }, 'en')).toBe('Kunnanhallitus');
  });
});
