import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

describe('the audit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-audit-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const known = {
    url: 'https://github.com/advisories/GHSA-aaaa',
    name: 'left',
    title: 'Bad',
    severity: 'high',
    range: '<2',
  };
  const reported = { vulnerabilities: { left: { via: [known] }, right: { via: ['left', known] } } };
  const waiver = { advisory: 'GHSA-aaaa', package: 'left', because: 'We never parse with it.', until: '2026-12-31' };

  function audit(report: unknown, waivers: unknown[]) {
    const file = (name: string, content: unknown) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(ROOT, 'scripts/audit.mjs'),
        ...['--report', file('report.json', report), '--waivers', file('waivers.json', waivers)],
        ...['--today', '2026-11-26'],
      ],
      { encoding: 'utf8' },
    );
    return { status, said: `${stdout}${stderr}`.trim() };
  }

  it('fails on what nobody has waived, once for each advisory', () => {
    const { status, said } = audit(reported, []);
    expect([status, said.split('\n').length]).toEqual([1, 1]);
    expect(said).toContain('high: left <2: Bad (GHSA-aaaa)');
  });

  it('is content with a waiver that says why and until when', () => {
    expect(audit(reported, [waiver])).toEqual({ status: 0, said: '1 known, 1 waived' });
  });

  it.each([
    ['has run out', { ...waiver, until: '2026-11-25' }, 'ran out on 2026-11-25'],
    ['does not say why', { ...waiver, because: '' }, 'must say `because`'],
    ['has no end', { ...waiver, until: undefined }, 'must say `because` and `until`'],
  ])('does not take a waiver that %s', (_, wrong, said) => {
    expect(audit(reported, [wrong])).toMatchObject({ status: 1, said: expect.stringContaining(said) as string });
  });

  it('does not keep a waiver that meets nothing', () => {
    expect(audit({ vulnerabilities: {} }, [waiver])).toMatchObject({ status: 1 });
  });

  it('says so where the registry does not know', () => {
    const unasked = { status: 0, said: expect.stringContaining('NOT CHECKED') as string };
    expect(audit('', [waiver])).toEqual(unasked);
    expect(audit({ error: { code: 'ENOAUDIT' } }, [])).toEqual(unasked);
  });
});

describe('the bill of materials', () => {
  it('names every package as CycloneDX, and says which of them run in production', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
    expect(stdout).toBe('');
    const bill = JSON.parse(readFileSync(join(ROOT, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      components: { name: string; version: string; properties: { name: string }[] }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = [...readFileSync(join(ROOT, 'docs/licences.md'), 'utf8').matchAll(/^\| (\S+) \| (\d\S*) \|/gm)];
    expect(listed.length).toBeGreaterThan(100);
    const named = new Set(
      bill.components
        .filter(({ properties }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'))
        .map(({ name, version }) => `${name} ${version}`),
    );
    expect(listed.map(([, name, version]) => `${name} ${version}`).filter((one) => !named.has(one))).toEqual([]);
  });
});
