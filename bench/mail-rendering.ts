import { civilDate, languages, type Language } from '@app/domain';
import { render, renderDigest, type TemplateName, templateNames, templates } from '@app/mail';

const leastPerSecond = 500;
const mailsInDigest = 5;
const measuredMs = 3_000;
const on = civilDate('2026-08-10');

/**
 * Writes every mail in every language from its sample, as text and as HTML, and digests of five of them, over and over, and prints as JSON how
 * many come in a second on one core. At least 500 mails a second are asked for.
 */
function main(): void {
  const all = languages.flatMap((language) => templateNames.map((name) => [name, language] as const));
  const perSecond = {
    mails: measured(
      all.map(
        ([name, language]) =>
          () =>
            rendered(name, language),
      ),
    ),
    digestsOfFive: measured(
      all.map(
        ([name, language]) =>
          () =>
            digest(name, language),
      ),
    ),
  };
  console.log(JSON.stringify({ templates: templateNames.length, languages, perSecond, leastPerSecond }, null, 2));
  if (perSecond.mails < leastPerSecond) process.exitCode = 1;
}

function rendered(name: TemplateName, language: Language): number {
  return render(name, language, templates[name].sample).html.length;
}

function digest(first: TemplateName, language: Language): number {
  const start = templateNames.indexOf(first);
  const items = Array.from({ length: mailsInDigest }, (_, no) => {
    const template = templateNames[(start + no) % templateNames.length] ?? first;
    return { template, data: templates[template].sample };
  });
  return renderDigest(language, templates.reminder.sample, items, on).html.length;
}

/** How often one of the jobs is done in a second, all of them done equally often; the first round is not counted. */
function measured(jobs: readonly (() => number)[]): number {
  for (const job of jobs) job();
  const startedAt = performance.now();
  let done = 0;
  while (performance.now() - startedAt < measuredMs) {
    for (const job of jobs) if (job() === 0) throw new Error('An empty mail was written');
    done += jobs.length;
  }
  return Math.round((done * 1_000) / (performance.now() - startedAt));
}

main();
