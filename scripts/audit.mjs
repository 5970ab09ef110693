/**
 * Asks the registry for known vulnerabilities of the packages in the lockfile, and fails on each that nobody has waived.
 *
 *   node scripts/audit.mjs                   asks with `npm audit`
 *   node scripts/audit.mjs --report FILE     judges a report of `npm audit --json` that is there already
 *   … --waivers FILE                         other waivers than supply-chain/audit-waivers.json
 *
 * A waiver names the advisory, the package, why it does us no harm, and the day until which that holds. A waiver that has run out or that
 * no longer meets anything fails too. Where the registry cannot be asked, that is said and nothing fails: a mirror often does not know.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({
  options: { report: { type: 'string' }, waivers: { type: 'string' }, today: { type: 'string' } },
});

const today = options.today ?? new Date().toISOString().slice(0, 10);
const waivers = JSON.parse(readFileSync(options.waivers ?? `${ROOT}/supply-chain/audit-waivers.json`, 'utf8'));
const report = options.report ? readFileSync(options.report, 'utf8') : asked();
const advisories = advisoriesIn(report);

if (!advisories) {
  console.log(
    'NOT CHECKED: the registry does not answer questions about vulnerabilities. Run `npm run check:audit` where it does.',
  );
} else {
  const problems = [...advisories.flatMap(unwaived), ...waivers.flatMap(worthless)];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${advisories.length} known, ${waivers.length} waived`);
}

function asked() {
  return spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
}

/** Each advisory once; undefined where the report is none. */
function advisoriesIn(text) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!parsed.vulnerabilities) return undefined;
  const found = Object.values(parsed.vulnerabilities)
    .flatMap(({ via }) => via)
    .filter((via) => typeof via === 'object')
    .map(({ url, name, title, severity, range }) => ({ id: url.split('/').at(-1), name, title, severity, range }));
  return [...new Map(found.map((advisory) => [`${advisory.id} ${advisory.name}`, advisory])).values()];
}

function unwaived({ id, name, title, severity, range }) {
  if (waivers.some((waiver) => waiver.advisory === id && waiver.package === name)) return [];
  return [
    `${severity}: ${name} ${range}: ${title} (${id}). Update it, or waive it in supply-chain/audit-waivers.json.`,
  ];
}

function worthless({ advisory, package: name, because, until }) {
  const which = `The waiver of ${advisory} for ${name}`;
  if (!because || !/^\d{4}-\d{2}-\d{2}$/.test(until ?? ''))
    return [`${which} must say \`because\` and \`until\` (a day).`];
  if (until < today) return [`${which} ran out on ${until}: look again.`];
  if (!advisories.some(({ id, name: met }) => id === advisory && met === name))
    return [`${which} meets nothing: take it out.`];
  return [];
}
