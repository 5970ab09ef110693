import { instant } from '@app/domain';
import { z } from 'zod';
import { cloudEvent, cloudEventOf, publicData } from './cloud-event';
import type { LogEvent } from './log-event';

/** The context attributes of CloudEvents 1.0.2 (sections 3.1 and 3.2 of the specification, 2.1 of its JSON format). */
const cloudEventRules = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1),
    source: z.string().refine((uri) => URL.canParse(uri)),
    type: z.string().regex(/^[a-z]+(\.[A-Za-z0-9]+)+$/),
    subject: z.string().min(1),
    time: z.iso.datetime({ offset: true }),
    datacontenttype: z.literal('application/json'),
    data: z.unknown(),
  })
  .refine((event) => Object.keys(event).every((name) => /^[a-z0-9]{1,20}$/.test(name)));

const event: LogEvent = {
  position: 1041,
  epoch: 0,
  stream: '09.negotiation.answer-016',
  seq: 7,
  kind: 'fact',
  type: 'AnswerReceived',
  at: instant('2026-08-17T09:00:00Z'),
  actor: { id: 'key:09-1a2b3c4d', role: 'coordinator' },
  note: 'Soitti Aino Esimerkki',
  body: '{"answers":{"efforts":"Aino Esimerkki vastaa liikunnasta."}}',
  about: {
    definition: { name: 'information-request', version: 1 },
    asked: { organisation: '016', title: { fi: 'Salainen asia', sv: 'Salainen asia', en: 'Salainen asia' } },
  },
};
const source = { publicUrl: 'https://vuosikello.example.invalid', county: '09' };

it('an event of the log is a CloudEvent under its position', () => {
  const line = cloudEventOf(source, event, publicData(event));
  expect(line).not.toContain('\n');
  expect(cloudEventRules.parse(JSON.parse(line))).toEqual({
    specversion: '1.0',
    id: '09:1041',
    source: 'https://vuosikello.example.invalid/log/09',
    type: 'fi.vuosikello.AnswerReceived.v1',
    subject: '09.negotiation.answer-016',
    time: '2026-08-17T09:00:00.000Z',
    datacontenttype: 'application/json',
    data: {
      position: 1041,
      stream: '09.negotiation.answer-016',
      seq: 7,
      kind: 'fact',
      type: 'AnswerReceived',
      definition: { name: 'information-request', version: 1 },
      at: '2026-08-17T09:00:00.000Z',
      actor: { role: 'coordinator' },
      organisation: '016',
    },
  });
});

it('the same position after a restore is another event', () => {
  const line = cloudEventOf(source, { ...event, epoch: 28_339_200 }, publicData(event));
  expect(JSON.parse(line)).toMatchObject({ id: '09:1041~28339200', data: { position: 1041 } });
});

it('nothing that anybody wrote, and not who did it, goes out', () => {
  const sent = publicData(event);
  for (const secret of ['Aino', 'Salainen', '1a2b3c4d', 'efforts']) expect(sent).not.toContain(secret);
});

it.each([
  [{ mail: { template: 'reminder', organisation: '081', audience: 'respondent' } }, '081'],
  [{ task: { kind: 'nobody-reached', organisation: '098' } }, '098'],
  [{ task: { kind: 'webhook-off', organisation: null } }, null],
  [{}, null],
])('says of whom it is by id: %j', (about, organisation) => {
  const sent = publicData({ ...event, about: { definition: null, ...about } });
  expect(JSON.parse(sent)).toMatchObject({ definition: null, organisation });
});

it('whatever stands in an id or an address stays a text', () => {
  const line = cloudEvent(source, { id: 'a"b', type: 'WebhookTested', subject: '\n', time: event.at }, 'null');
  expect(cloudEventRules.parse(JSON.parse(line))).toMatchObject({ id: '09:a"b', subject: '\n', data: null });
});
