import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiMetrics, commonMetrics, engineMetrics, processMetrics } from '@app/telemetry';
import { parse } from 'yaml';

const ROOT = join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

type Rule = {
  alert: string;
  expr: string;
  for: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
};
type Panel = { id: number; title: string; type: string; targets?: { expr: string; legendFormat: string }[] };

const { groups } = parse(read('deploy/monitoring/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('deploy/monitoring/dashboard.json')) as { panels: Panel[] };
const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

const ours = new Map<string, { labels?: readonly string[]; buckets?: readonly number[] }>(
  [commonMetrics, apiMetrics, engineMetrics].flatMap((metrics) => Object.values(metrics)).map((one) => [one.name, one]),
);
/** Of Prometheus and of the blackbox exporter. */
const foreign = new Set(['up', 'probe_ssl_earliest_cert_expiry', ...processMetrics]);
/** Labels that Prometheus adds to whatever it reads. */
const added = ['job', 'instance'];
const words = new Set('sum max min by rate increase delta histogram_quantile topk absent time or and on le'.split(' '));

/** Every metric in an expression, with the labels and the buckets that are asked of it. */
function metricsIn(expression: string): { name: string; labels: string[]; le: string[] }[] {
  const bare = expression.replaceAll(/\bby \([^)]*\)|\[[^\]]*\]/g, '');
  return [...bare.matchAll(/([a-z_][a-z0-9_]*)(?:\{([^}]*)\})?/g)]
    .filter(([, name = '']) => !words.has(name))
    .map(([, name = '', selector = '']) => ({
      name,
      labels: [...selector.matchAll(/([a-z_]+)=~?"/g)].map(([, label = '']) => label),
      le: [...selector.matchAll(/le="([^"]*)"/g)].map(([, le = '']) => le),
    }));
}

const base = (name: string) => name.replace(/_(bucket|count|sum)$/, (suffix) => (ours.has(name) ? suffix : ''));

test.each(expressions)('%s asks for metrics and labels that there are: %s', (_, expression) => {
  const asked = metricsIn(expression);
  expect(asked.length).toBeGreaterThan(0);
  for (const { name, labels, le } of asked) {
    const metric = ours.get(base(name));
    expect([name, metric !== undefined || foreign.has(name)]).toEqual([name, true]);
    const known = [...(metric?.labels ?? []), ...(metric?.buckets ? ['le'] : []), ...added];
    expect(labels.filter((label) => !known.includes(label))).toEqual([]);
    expect(le.filter((bound) => !metric?.buckets?.map(String).includes(bound))).toEqual([]);
  }
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/, */));
  const possible = asked.flatMap(({ name }) => [...(ours.get(base(name))?.labels ?? []), 'le', ...added]);
  expect(grouped.filter((label) => !possible.includes(label))).toEqual([]);
  for (const [open, close] of ['()', '{}', '[]'])
    expect(expression.split(open ?? '').length).toBe(expression.split(close ?? '').length);
});

test('the check finds what it should', () => {
  expect(
    metricsIn('max by (kind) (vuosikello_work_items{state="due",kind=~"a|b"}) > 5 * 60').map(({ name }) => name),
  ).toEqual(['vuosikello_work_items']);
  expect(metricsIn('rate(no_such_metric[5m])').map(({ name }) => name)).toEqual(['no_such_metric']);
});

test('every metric of ours is on the dashboard or in an alert', () => {
  const used = new Set(expressions.flatMap(([, expression]) => metricsIn(expression).map(({ name }) => base(name))));
  expect([...ours.keys()].filter((name) => !used.has(name))).toEqual([]);
});

test('every alert says how bad it is, and its section of the handbook stands there', () => {
  const anchors = new Set(
    [...read('docs/operating.md').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
  expect(rules.length).toBeGreaterThan(10);
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, for: patience, labels, annotations } of rules) {
    const [page, anchor = ''] = annotations.runbook.split('#');
    expect([alert, page, anchors.has(anchor)]).toEqual([alert, 'docs/operating.md', true]);
    expect(['critical', 'warning']).toContain(labels.severity);
    expect(patience).toMatch(/^\d+[mh]$/);
    expect(annotations.summary).not.toBe('');
  }
});

test('each alert stands in the night table once, and is critical exactly where it cannot wait', () => {
  const [, night = ''] = /^## At night$(.*?)^## /ms.exec(read('docs/operating.md')) ?? [];
  const rows = [...night.matchAll(/^\| (.+) \|$/gm)].map(([, cells = '']) => cells.split(' | '));
  const said = rows.flatMap(([, alerts = '', , waits = '']) =>
    [...alerts.matchAll(/`(\w+)`/g)].map(([, alert]) => [alert, /^no\b/.test(waits) ? 'critical' : 'warning']),
  );
  expect(said.sort()).toEqual(rules.map(({ alert, labels }) => [alert, labels.severity]).sort());
});

test('Prometheus reads these rules, and both processes', () => {
  const { rule_files: files, scrape_configs: jobs } = parse(read('deploy/monitoring/prometheus.yml')) as {
    rule_files: string[];
    scrape_configs: { job_name: string }[];
  };
  expect(files).toEqual(['alerts.yml']);
  const named = [...read('deploy/monitoring/alerts.yml').matchAll(/job="([^"]+)"/g)].map(([, job = '']) => job);
  const known = jobs.map(({ job_name: name }) => name);
  expect(named.filter((job) => !known.includes(job))).toEqual([]);
});

test('the panels of the dashboard have ids of their own', () => {
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
});
