/**
 * Puts a year's plan into force and announces its first three events.
 *
 *   VUOSIKELLO_URL=http://127.0.0.1:3000 VUOSIKELLO_KEY=vk_… node libs/client/examples/year.mjs data/paijat-hame-2026.yaml
 */
import { readFile } from 'node:fs/promises';
import { answered, connect, taken } from '@vuosikello/client';
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

// 2. Take the step that three workflows offer.
const { data: workflows } = await answered(vuosikello.GET('/v1/workflows', { params: { query: { status: 'open' } } }));
let announced = 0;
for (const { id } of workflows.items) {
  const { data: workflow, etag } = await answered(vuosikello.GET('/v1/workflows/{id}', { params: { path: { id } } }));
  if (announced === 3 || !workflow.availableCommands.some(({ name }) => name === 'announce')) continue;
  const { data: after } = await answered(
    vuosikello.POST('/v1/workflows/{id}/commands', {
      // The version that was read: where somebody else was faster, nothing is done and the server says so (412).
      params: { path: { id }, header: { 'If-Match': etag } },
      body: { command: 'announce', data: {} },
    }),
  );
  announced += 1;
  console.log(`${id}: ${workflow.title} → ${taken(after).title}`);
}
