import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  languages,
  planFile,
  planTables,
  registerFile,
  registerTables,
  type Language,
  type Plan,
  type Register,
} from '@app/domain';
import fc from 'fast-check';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { inertCell, plainCell } from './csv-cells';
import { exportData, type ExportTo } from './export-data';
import { readPlanFile } from './read-plan-file';
import { readRegisterFile } from './read-register-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vuosikello-export-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function exportedRegister(register: Register, to: ExportTo, language: Language = 'fi'): Promise<string> {
  const out = join(folder, `register.${to.format}`);
  const data = registerFile(register);
  await exportData({ data, tables: registerTables(data, language) }, { ...to, out });
  return out;
}

async function exportedPlan(plan: Plan, to: ExportTo, language: Language = 'fi'): Promise<string> {
  const out = join(folder, `plan.${to.format}`);
  const data = planFile(plan);
  await exportData({ data, tables: planTables(data, language) }, { ...to, out });
  return out;
}

/** The example area with what it does not have: names that look like formulas, roles with dates, a change, interfaces. */
function fullRegister(): Register {
  const register = exampleRegister();
  const [first, second, ...others] = register.contacts;
  if (first === undefined || second === undefined) throw new Error('the example has contacts');
  const used = new Set(register.contacts.flatMap(({ interfaces }) => interfaces));
  return {
    ...register,
    interfaces: [...used].map((id) => ({
      id,
      name: { fi: `Pinta ${id}`, sv: `Yta ${id}`, en: 'Field' },
      years: [2025, 2026],
    })),
    contacts: [
      {
        ...first,
        name: '=HYPERLINK("http://a.test";"x")',
        roles: [...first.roles, { role: 'chair', validFrom: '2026-01-01' as never }],
      },
      { ...second, name: '\'-1; "B"\u00e4' },
      ...others,
    ],
  };
}

describe('what is exported is read back the same', () => {
  it.each(['yaml', 'json', 'xlsx'] as const)('the example area as %s', async (format) => {
    const file = await exportedRegister(exampleRegister(), { format });
    expect(await readRegisterFile(file)).toEqual({ register: exampleRegister(), findings: [] });
  });

  it.each(languages)('names like formulas, dated roles and interfaces, in a workbook in %s', async (language) => {
    const file = await exportedRegister(fullRegister(), { format: 'xlsx' }, language);
    expect(await readRegisterFile(file)).toEqual({ register: fullRegister(), findings: [] });
  });

  it('the tables of a folder of CSV files, one after the other, each leaving the rest as it is', async () => {
    const out = await exportedRegister(fullRegister(), { format: 'csv' });
    expect(readdirSync(out).sort()).toEqual(
      ['bodies', 'changes', 'contacts', 'county', 'interfaces', 'meetings', 'organisations'].map(
        (name) => `${name}.csv`,
      ),
    );
    const changed = fullRegister();
    const base = registerFile({
      ...changed,
      county: { ...changed.county, closes: '15:00' },
      contacts: changed.contacts.slice(3),
      bodies: changed.bodies.map((body) => ({ ...body, meetings: [] })),
    });
    let known = base;
    for (const name of readdirSync(out)) {
      const { register, findings } = await readRegisterFile(join(out, name), async () => known);
      expect({ name, errors: findings.filter(({ severity }) => severity === 'error') }).toEqual({ name, errors: [] });
      if (register) known = registerFile(register);
    }
    expect(known).toEqual(registerFile(fullRegister()));
  });

  it.each(['yaml', 'json', 'xlsx'] as const)('a plan as %s', async (format) => {
    const { plan } = await readPlanFile(await exportedPlan(examplePlan(), { format }));
    expect(plan).toEqual(examplePlan());
  });

  it('a plan as one table, with what it does not say of itself', async () => {
    const file = await exportedPlan(examplePlan(), { format: 'csv', table: 'plan' });
    const { county, year, title } = examplePlan();
    expect((await readPlanFile(file, { head: { county, year, title } })).plan).toEqual(examplePlan());
  });

  it('a CSV opens in Excel as it is, and runs nothing', async () => {
    const file = await exportedRegister(fullRegister(), { format: 'csv', table: 'contacts' });
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeffTunnus;Nimi;Sähköposti')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://a.test"";""x"")"`);
    expect(text.split(/[;\r\n]+"?/).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
  });

  it('any cell made inert begins with nothing that runs, and comes back as it was', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+\-@]?.*$/));
    fc.assert(
      fc.property(cell, (text) => {
        expect(inertCell(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainCell(inertCell(text))).toBe(text);
      }),
    );
  });

  it('a file is written whole or not at all', async () => {
    await expect(exportedRegister(exampleRegister(), { format: 'csv', table: 'cars' })).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(readdirSync(folder)).toEqual([]);
    const data = registerFile(exampleRegister());
    const nowhere = join(folder, 'none', 'a.yaml');
    await expect(exportData({ data, tables: [] }, { format: 'yaml', out: nowhere })).rejects.toMatchObject({
      exitCode: 2,
    });
    writeFileSync(join(folder, 'a.yaml'), 'old');
    await exportData({ data, tables: [] }, { format: 'yaml', out: join(folder, 'a.yaml') });
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});
