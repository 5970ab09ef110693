import { exampleRegister, examplePlan } from '../../../../test/support/example-area';
import { completePlan } from '@app/domain';
import { simulateYear, answerings } from './simulate-year';
it.each([...answerings, ...answerings])('%s', (answers) => {
  const register = exampleRegister();
  const plan = completePlan(examplePlan(), register).plan;
  const t = process.hrtime.bigint();
  const y = simulateYear({ plan, register, answers, post: { collect: (mails, now) => ({ sent: mails.map((m) => ({ at: now, reader: m.to.organisation+m.to.audience, contact: null, email: '', name: null, language: 'fi', subject: m.template, carries: [m] })), waiting: [], dropped: [] }) } });
  const ms = Number(process.hrtime.bigint() - t) / 1e6;
  const by: Record<string, number> = {}; for (const m of y.sent) by[m.subject] = (by[m.subject] ?? 0) + 1;
  const st: Record<string, number> = {}; for (const i of y.standing.values()) { const k = i.definition.name + ' ' + i.status+ (i.status==='open'?' '+i.state:''); st[k] = (st[k] ?? 0) + 1; }
  const seen = new Set<string>();
  const out: unknown[] = [];
  for (const u of y.unmet) { const k = u.workflow.replace(/answer-\d+|acknowledgement-\d+/, 'x') + u.deadline; if (seen.has(k)) continue; seen.add(k); out.push(JSON.stringify({ ...u, hindrance: u.hindrance && [u.hindrance.command, u.hindrance.refused.code, u.hindrance.refused.detail.en] })); }
  console.log(answers, ms, y.span, y.facts.length, y.sent.length, y.suppressed.length, by, st, y.notStarted, y.refused.slice(0, 5), y.unmet.length, out.join('\n'));
});
