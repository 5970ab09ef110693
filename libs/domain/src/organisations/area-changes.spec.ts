import type { CivilDate } from '../calendar/civil-date';
import { civilDate } from '../calendar/civil-date';
import { fileContact, fileMunicipality, fileRegister, registerIn } from '../../../../test/support/small-register';
import { changedArea, successorOf } from './area-changes';
import { municipalitiesOn } from './on-date';
import { parseRegister } from './parse-register';
import { recipientFor } from './recipient';
import { registerFile } from './register-file';

const ids = ['016', '081', '098', '111', '142'];
const organisations = ids.map((id) => fileMunicipality(id));
const contacts = ids.map((of) => ({ ...fileContact, id: `k-${of}`, of }));
const bodies = ids.map((of) => ({
  ...(fileRegister().bodies as object[])[0],
  id: `${of}-hallitus`,
  of,
  ...(of === '081' && { validTo: '2026-06-30' }),
}));
const merger = (on: string, from: string[], into: string) => ({ on, kind: 'merger', from, into });
const transfer = (on: string, organisation: string, to = '10') => ({ on, kind: 'transfer', organisation, to });
const area = (changes: object[], more: object = {}) =>
  fileRegister({ organisations, contacts, bodies, changes, ...more });

describe('a merger', () => {
  const register = registerIn(area([merger('2027-01-01', ['016', '081'], '098')]));

  it('ends those that merge on the day before, with their bodies and contacts, and removes nothing', () => {
    const ends = (items: { id: string; validTo?: CivilDate }[]) => items.map(({ id, validTo }) => [id, validTo]);
    expect(ends(register.organisations)).toEqual([
      ['016', '2026-12-31'],
      ['081', '2026-12-31'],
      ['098', undefined],
      ['111', undefined],
      ['142', undefined],
    ]);
    expect(ends(register.contacts).slice(0, 3)).toEqual([
      ['k-016', '2026-12-31'],
      ['k-081', '2026-12-31'],
      ['k-098', undefined],
    ]);
    expect(ends(register.bodies).slice(0, 3)).toEqual([
      ['016-hallitus', '2026-12-31'],
      ['081-hallitus', '2026-06-30'],
      ['098-hallitus', undefined],
    ]);
  });

  it('shows on each day those that exist, and writes to nobody who does not', () => {
    const namesOn = (on: string) => municipalitiesOn(register, civilDate(on)).map(({ id }) => id);
    expect(namesOn('2026-12-31')).toEqual(ids);
    expect(namesOn('2027-01-01')).toEqual(['098', '111', '142']);
    expect(recipientFor(register, '016', { role: 'contact' }, civilDate('2026-12-31'))?.contactId).toBe('k-016');
    expect(recipientFor(register, '016', { role: 'contact' }, civilDate('2027-01-01'))).toBeUndefined();
  });

  it('is carried out once: again, and out of the file written of it, it changes nothing', () => {
    expect(changedArea(register)).toEqual(register);
    expect(registerIn(registerFile(register))).toEqual(register);
  });
});

describe('who goes on', () => {
  const register = registerIn(
    area(
      [
        merger('2027-01-01', ['016', '081'], '098'),
        merger('2029-01-01', ['098'], '111'),
        transfer('2028-01-01', '142'),
      ],
      { organisations: [...organisations, { ...fileMunicipality('560'), validTo: '2026-12-31' }] },
    ),
  );

  it.each([
    ['016', '2026-12-31', undefined],
    ['016', '2027-01-01', '098'],
    ['016', '2028-12-31', '098'],
    ['016', '2029-01-01', '111'],
    ['081', '2030-01-01', '111'],
    ['098', '2028-12-31', undefined],
    ['098', '2029-01-01', '111'],
    ['111', '2030-01-01', undefined],
    ['142', '2027-12-31', undefined],
    ['142', '2028-01-01', null],
    ['560', '2026-12-31', undefined],
    ['560', '2027-01-01', null],
    ['999', '2026-01-01', null],
    ['09', '2030-01-01', undefined],
  ])('in the place of %s on %s: %s', (id, on, successor) => {
    expect(successorOf(register, id, civilDate(on))).toBe(successor);
  });

  it('is nobody where the successor has left the county since', () => {
    const left = registerIn(area([merger('2027-01-01', ['016'], '081'), transfer('2028-01-01', '081')]));
    expect(successorOf(left, '016', civilDate('2027-12-31'))).toBe('081');
    expect(successorOf(left, '016', civilDate('2028-01-01'))).toBeNull();
  });
});

describe('a change that cannot be', () => {
  const dated = (id: string, validity: object) =>
    organisations.map((organisation) => (organisation.id === id ? { ...organisation, ...validity } : organisation));

  it.each([
    ['into itself', area([merger('2027-01-01', ['016', '098'], '098')]), 'changes.0.into', '098 is both among'],
    [
      'twice',
      area([merger('2027-01-01', ['016'], '098'), transfer('2028-01-01', '016')]),
      'changes.1.organisation',
      '016 ends or leaves twice (2027-01-01 and 2028-01-01)',
    ],
    [
      'twice at once',
      area([merger('2027-01-01', ['016', '016'], '098')]),
      'changes.0.from.1',
      '016 ends or leaves twice',
    ],
    [
      'ends on another day',
      area([merger('2027-01-01', ['016'], '098')], { organisations: dated('016', { validTo: '2027-01-01' }) }),
      'changes.0.from.0',
      '016: the validity ends on 2027-01-01, but according to the change on 2026-12-31',
    ],
    [
      'begins later',
      area([transfer('2027-01-01', '016')], { organisations: dated('016', { validFrom: '2027-01-01' }) }),
      'changes.0.organisation',
      '016: the change takes effect on 2027-01-01, but the organisation exists only from 2027-01-01 on',
    ],
    [
      'into one that has left',
      area([merger('2027-01-01', ['016'], '081'), transfer('2027-01-01', '081')]),
      'changes.0.into',
      '081 cannot go on in the others’ place on 2027-01-01: it is no more then',
    ],
    [
      'into one that has ended',
      area([merger('2027-01-01', ['016'], '098')], { organisations: dated('098', { validTo: '2026-12-31' }) }),
      'changes.0.into',
      '098 cannot go on',
    ],
    [
      'into one that begins later',
      area([merger('2027-01-01', ['016'], '098')], { organisations: dated('098', { validFrom: '2027-01-02' }) }),
      'changes.0.into',
      '098 cannot go on in the others’ place on 2027-01-01: it exists only from 2027-01-02 on',
    ],
    [
      'home again',
      area([transfer('2027-01-01', '016', '09')]),
      'changes.0.to',
      '016: the transfer leads to this same county',
    ],
  ])('%s', (_what, data, path, message) => {
    const { findings, register } = parseRegister(data);
    expect(findings.map((finding) => [finding.code, finding.path?.join('.')])).toEqual([['invalid-change', path]]);
    expect(findings[0]?.message.en).toContain(message);
    expect(register).toBeUndefined();
  });

  it.each([
    ['to a county that is none', [transfer('2027-01-01', '016', '90')], 'unknown-county', 'changes.0.to'],
    ['on no day', [transfer('2027-02-29', '016')], 'invalid-date', 'changes.0.on'],
    ['on the day before which there is none', [transfer('0000-01-01', '016')], 'invalid-date', 'changes.0.on'],
  ])('%s', (_what, changes, code, path) => {
    const { findings } = parseRegister(area(changes));
    expect(findings.map((finding) => [finding.code, finding.path?.join('.')])).toEqual([[code, path]]);
  });

  it('may go in a chain, end on the day it says, and begin on the day of the merger', () => {
    const chain = [merger('2027-01-01', ['016'], '081'), merger('2027-01-02', ['081'], '098')];
    const dates = organisations.map((organisation) =>
      organisation.id === '016' ? { ...organisation, validTo: '2026-12-31' } : organisation,
    );
    const founded = dates.map((organisation) =>
      organisation.id === '098' ? { ...organisation, validFrom: '2027-01-02' } : organisation,
    );
    expect(parseRegister(area(chain, { organisations: founded })).findings).toEqual([]);
  });
});

describe('what begins when its organisation is no more', () => {
  it('stays as it is and is told of', () => {
    const late = { ...fileContact, id: 'late', validFrom: '2027-02-01' };
    const data = area([merger('2027-01-01', ['016'], '098')], { contacts: [late] });
    const { register, findings } = parseRegister(data);
    expect(findings).toMatchObject([
      { code: 'organisation-ended', severity: 'warning', entry: 'late', path: ['contacts', 0, 'validFrom'] },
    ]);
    expect(register?.contacts[0]).not.toHaveProperty('validTo');
    if (!register) throw new Error('warnings stopped it');
    expect(registerIn(registerFile(register))).toEqual(register);
  });
});
