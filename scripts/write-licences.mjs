/**
 * Lists every package that runs in production with its licence, from the lockfile, and refuses a licence that nobody has agreed to.
 *
 *   node scripts/write-licences.mjs           writes docs/licences.md
 *   node scripts/write-licences.mjs --check   compares only, and ends with 1 where it is out of date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const target = new URL('../docs/licences.md', import.meta.url);
const { allowed, onlyForBuilding, notStated } = JSON.parse(read('supply-chain/licences.json'));

const packages = Object.entries(JSON.parse(read('package-lock.json')).packages)
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, { version, license, dev, devOptional }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { name, version, licence: license ?? notStated[name]?.licence, runs: !dev && !devOptional };
  });

const refused = packages.filter(
  ({ licence, runs }) => !allowed.includes(licence) && !(onlyForBuilding.includes(licence) && !runs),
);
for (const { name, version, licence } of refused)
  console.error(
    `${name} ${version} has the licence ${licence ?? 'that it does not state'}: agree to it in supply-chain/licences.json, or use another package.`,
  );

const page = listed();
if (refused.length > 0) {
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) {
  writeFileSync(target, page);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== page) {
  console.error(
    'The list of licences is out of date: run `node scripts/write-licences.mjs` and commit docs/licences.md.',
  );
  process.exitCode = 1;
}

function listed() {
  const rows = packages
    .filter(({ runs }) => runs)
    .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  const unique = [...new Set(rows)].sort();
  return `# Packages that run in production, and their licences

Generated from the lockfile by \`node scripts/write-licences.mjs\`; which licences are agreed to stands in \`supply-chain/licences.json\`. \`npm run sbom\` writes the same as a
CycloneDX document, with checksums.

| package | version | licence |
| --- | --- | --- |
${unique.join('\n')}
`;
}
