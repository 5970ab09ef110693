import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command-line';

describe('vuosikello diagram', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-diagram-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...words: string[]) => command(['diagram', ...words], { LC_ALL: 'fi_FI.UTF-8' });

  it('prints a picture in the language of the locale', async () => {
    const { code, stdout } = await run('hyte-negotiation');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg [^>]*lang="fi"/);
  });

  it('writes a BPMN file of one version in the language asked for', async () => {
    const file = join(folder, 'negotiation.bpmn');
    const words = ['--version', '1', '--language', 'sv', '--format', 'bpmn', '--out', file];
    expect(await run('hyte-negotiation', ...words)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toContain('Väntar på förhandlingen');
  });

  it.each([[['moon-landing']], [['hyte-negotiation', '--version', '99']], [['hyte-negotiation', '--format', 'png']]])(
    'refuses %j as wrong usage',
    async (words) => {
      expect(await run(...words)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});
