/**
 * Puts a year's plan into force and takes a step of three of its workflows, on whatever day it is run.
 *
 *   VUOSIKELLO_URL=http://127.0.0.1:3000 VUOSIKELLO_KEY=vk_… node libs/client/examples/year.mjs data/paijat-hame-2026.yaml
 */
import { readFile } from 'node:fs/promises';
import { answered, ApiProblem, connect, taken } from '@vuosikello/client';
import { parse } from 'yaml';

const vuosikello = connect({ baseUrl: process.env.VUOSIKELLO_URL, token: process.env.VUOSIKELLO_KEY, language: 'fi' });
const plan = parse(await readFile(process.argv[2], 'utf8'));
const path = { county: plan.county, year: String(plan.year) };

// 1. Save the draft, look at what is doubtful, put it into force.
const { data: clock } = await answered(
  vuosikello.PUT('/v1/year-clocks/{county}/{year}', { params: { path }, body: plan }),
);
for (const { severity, message } of clock.draft?.findings ?? []) console.log(`${severity}: ${message.fi}`);
const { data: activation } = await answered(
  vuosikello.POST('/v1/year-clocks/{county}/{year}/activate', { params: { path }, body: {} }),
);
console.log(`${plan.year}: ${activation.outcome}, revision ${activation.revision}`);

// 2. Take a step of three workflows: invite where there is time for it, else pass over what nobody can do any more.
const steps = [
  { command: 'announce', data: {} },
  { command: 'skip-step', data: { reason: 'Päivä oli mennyt, kun vuosikello otettiin käyttöön.' } },
];
const { data: workflows } = await answered(vuosikello.GET('/v1/workflows', { params: { query: { status: 'open' } } }));
const advanced = new Set();
for (const step of steps) for (const { id } of workflows.items) if (advanced.size < 3) await take(id, step);
if (advanced.size < 3)
  console.log(`Only ${advanced.size} workflows could be advanced: no other takes such a step now.`);

async function take(id, { command, data }) {
  const { data: workflow, etag } = await answered(vuosikello.GET('/v1/workflows/{id}', { params: { path: { id } } }));
  if (advanced.has(id) || !workflow.availableCommands.some(({ name }) => name === command)) return;
  try {
    const { data: after } = await answered(
      vuosikello.POST('/v1/workflows/{id}/commands', {
        // The version that was read: where somebody else was faster, nothing is done and the server says so (412).
        params: { path: { id }, header: { 'If-Match': etag } },
        body: { command, data },
      }),
    );
    advanced.add(id);
    console.log(`${id}: ${workflow.title} → ${taken(after).title}`);
  } catch (error) {
    // The workflow does not take it now, and says why; another may.
    if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
    console.log(`${id}: not ${command} (${error.code}): ${error.problem.detail}`);
  }
}
