import { civilDate } from '../calendar/civil-date';
import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import type { MunicipalityArea } from './municipality-classification';
import type { Organisation } from './register';
import { registerFile } from './register-file';
import { withMunicipalities } from './with-municipalities';

const on = civilDate('2027-01-01');
const town = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  kind: 'municipality',
  name: { fi: `Uusi ${id}`, sv: `Nya ${id}` },
  languages: ['fi'],
  ...more,
});
const area = (...organisations: Organisation[]): MunicipalityArea => ({
  county: { code: '09', name: { fi: 'Alue', sv: 'Området', en: 'Area' } },
  organisations,
});
const hollow = {
  registry: 'kirjaamo@kunta.test',
  cases: { genitive: 'Kunnan', inessive: 'Kunnassa', ablative: 'Kunnalta' },
  answers: 'lautakunta',
};
const register = registerIn(
  fileRegister({
    organisations: [
      { ...fileMunicipality('016', hollow), name: { fi: 'Vanha', sv: 'Gamla', en: 'Old' } },
      fileMunicipality('081'),
      { ...fileMunicipality('jarjesto-1'), kind: 'ngo' },
    ],
    contacts: [
      { ...fileContact, id: 'k-016' },
      { ...fileContact, id: 'k-081', of: '081' },
    ],
  }),
);
const organisationIn = (of: typeof register, id: string) => of.organisations.find((candidate) => candidate.id === id);

describe('where there is no register', () => {
  it('one is founded, which a file can hold', () => {
    const founded = withMunicipalities(undefined, area(town('016'), town('081', { languages: ['fi', 'sv'] })), on);
    expect(founded.county).toEqual({
      code: '09',
      name: { fi: 'Alue', sv: 'Området', en: 'Area' },
      languages: ['fi', 'sv'],
      closes: '16:15',
    });
    expect(founded.organisations.map(({ id, validFrom }) => [id, validFrom])).toEqual([
      ['016', undefined],
      ['081', undefined],
    ]);
    expect(registerIn(registerFile(founded))).toEqual(founded);
  });

  it.each([
    [['sv', 'fi'], ['sv'], ['sv', 'fi']],
    [
      ['fi', 'sv'],
      ['sv', 'fi'],
      ['fi', 'sv'],
    ],
    [['sv'], ['sv'], ['sv']],
  ])('its languages are those of its municipalities: %j and %j give %j', (one, other, languages) => {
    const towns = [one, other].map((spoken, index) => town(`00${index}`, { languages: spoken as ['fi' | 'sv'] }));
    expect(withMunicipalities(undefined, area(...towns), on).county.languages).toEqual(languages);
    expect(withMunicipalities(undefined, area(), on).county.languages).toEqual(['fi']);
  });
});

describe('in a register that is there', () => {
  it('names and languages are brought up to date, and what else is known stays', () => {
    const after = withMunicipalities(register, area(town('016', { languages: ['fi', 'sv'] }), town('081')), on);
    expect(organisationIn(after, '016')).toEqual({
      ...organisationIn(register, '016'),
      name: { fi: 'Uusi 016', sv: 'Nya 016', en: 'Old' },
      languages: ['fi', 'sv'],
    });
    expect(after.county).toEqual({ ...register.county, name: { fi: 'Alue', sv: 'Området', en: 'Area' } });
    expect(after.contacts).toEqual(register.contacts);
    expect(after.bodies).toEqual(register.bodies);
    expect(organisationIn(after, 'jarjesto-1')).toEqual(organisationIn(register, 'jarjesto-1'));
  });

  it('new municipalities begin on the day', () => {
    const after = withMunicipalities(register, area(town('016'), town('081'), town('098')), on);
    expect(organisationIn(after, '098')).toEqual(town('098', { validFrom: on }));
    const empty = { ...register, organisations: [], contacts: [] };
    expect(organisationIn(withMunicipalities(empty, area(town('098')), on), '098')).toEqual(town('098'));
  });

  it('those no longer in the area end on the day before with their contacts, and stay', () => {
    const after = withMunicipalities(register, area(town('016')), on);
    expect(organisationIn(after, '081')).toEqual({ ...organisationIn(register, '081'), validTo: '2026-12-31' });
    expect(after.contacts.map(({ id, validTo }) => [id, validTo])).toEqual([
      ['k-016', undefined],
      ['k-081', '2026-12-31'],
    ]);
    expect(registerIn(registerFile(after))).toEqual(after);
  });

  it('the same again changes nothing', () => {
    const once = withMunicipalities(register, area(town('016'), town('098')), on);
    expect(withMunicipalities(once, area(town('016'), town('098')), on)).toEqual(once);
  });

  it('one that had ended without a change is there again; where a change says why, it stays ended', () => {
    const ended = withMunicipalities(register, area(town('016')), on);
    const again = withMunicipalities(ended, area(town('016'), town('081')), civilDate('2028-01-01'));
    expect(organisationIn(again, '081')).not.toHaveProperty('validTo');
    const merged = registerIn({
      ...registerFile(register),
      changes: [{ on: '2026-01-01', kind: 'merger', from: ['081'], into: '016' }],
    });
    const stays = withMunicipalities(merged, area(town('016'), town('081')), on);
    expect(organisationIn(stays, '081')).toMatchObject({ validTo: '2025-12-31', name: { fi: 'Uusi 081' } });
  });

  it('one that will merge later keeps its day', () => {
    const merging = registerIn({
      ...registerFile(register),
      changes: [{ on: '2028-01-01', kind: 'merger', from: ['081'], into: '016' }],
    });
    for (const towns of [[town('016')], [town('016'), town('081')]]) {
      const after = withMunicipalities(merging, area(...towns), on);
      expect(organisationIn(after, '081')).toMatchObject({ validTo: '2027-12-31' });
      expect(registerIn(registerFile(after))).toEqual(after);
    }
  });

  it('another county’s municipalities are refused', () => {
    const other = { ...area(), county: { code: '17', name: { fi: 'Toinen', sv: 'Andra' } } };
    expect(() => withMunicipalities(register, other, on)).toThrow('county 17 do not belong into the register of 09');
  });
});
