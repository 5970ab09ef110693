import type { MailCalendar } from '@app/mail';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { withCalendar } from './calendar-parts';

const file = (method: MailCalendar['method'], no = 1): MailCalendar => ({
  name: `vuosikello-meeting-${no}.ics`,
  method,
  content: `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nX-WR-CALDESC:Päijät-Häme ${no}\r\nEND:VCALENDAR\r\n`,
});

/** The mail as it leaves, without a server. */
async function written(calendar: readonly MailCalendar[]) {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ text: 'Teksti', html: '<p>Teksti</p>', ...withCalendar(calendar) });
  const raw = message as Buffer;
  return { raw: raw.toString('utf8'), parsed: await PostalMime.parse(raw) };
}

/** On its way a text has the line ends of mail; the reader of mails gives back its own. */
const contentOf = (content: ArrayBuffer | Uint8Array | string) =>
  (typeof content === 'string' ? content : new TextDecoder().decode(content)).replaceAll('\r\n', '\n');

it.each(['REQUEST', 'CANCEL'] as const)('a meeting (%s) goes beside the text and as a file', async (method) => {
  const { raw, parsed } = await written([file(method)]);
  const alternative = /boundary="([^"]+)"/.exec(
    /multipart\/alternative;[^;]*?boundary="[^"]+"/s.exec(raw)?.[0] ?? '',
  )?.[1];
  expect(alternative).toBeDefined();
  const besideText = raw.split(`--${alternative}`).find((part) => /^Content-Type: text\/calendar/m.test(part));
  expect(besideText).toMatch(new RegExp(`charset=utf-8; method=${method}`));
  expect(parsed.text?.trim()).toBe('Teksti');
  const attached = parsed.attachments.find(({ disposition }) => disposition === 'attachment');
  expect(attached).toMatchObject({ filename: 'vuosikello-meeting-1.ics', mimeType: 'application/ics' });
  expect(contentOf(attached?.content ?? '')).toBe(contentOf(file(method).content));
});

it.each([
  ['a day that is only told of', [file('PUBLISH')]],
  ['several', [file('REQUEST'), file('PUBLISH', 2)]],
])('%s goes as files alone', async (_what, files) => {
  const { parsed } = await written(files);
  expect(parsed.attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual(
    files.map(({ name }) => [name, 'attachment']),
  );
  expect(parsed.attachments.map(({ content }) => contentOf(content))).toEqual(
    files.map(({ content }) => contentOf(content)),
  );
  for (const { mimeType } of parsed.attachments) expect(mimeType).toBe('text/calendar');
});

it('a mail without a calendar has no files', async () => {
  const { raw, parsed } = await written([]);
  expect(parsed.attachments).toEqual([]);
  expect(raw).not.toContain('calendar');
});
