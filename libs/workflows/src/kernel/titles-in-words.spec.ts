import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { event } from '../event/event.workflow';
import { label } from '../fields';
import { informationRequest } from '../information-request/information-request.workflow';
import { definitions } from '../registry';
import { commandsOf } from './kernel-commands';
import { withTitles } from './titles-in-words';

const root = join(__dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('titles-in-words'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function named(kind: string): string[][] {
  const marks = new RegExp(`[^$]\\{${kind}:([A-Za-z-]+)\\}`, 'g');
  return sources.flatMap(({ file, text }) => [...text.matchAll(marks)].map(([, name = '']) => [file, name]));
}

it('puts titles and labels in the place of identifiers, as each language quotes', () => {
  const text = label(
    'Siirrä {field:lastOn} toiminnolla {command:reschedule}.',
    'Flytta {field:lastOn} med {command:reschedule}.',
    'Move {field:lastOn} with {command:reschedule}; {n} stays.',
  );
  expect(withTitles(informationRequest, {}, 'RequestRescheduled', text)).toEqual({
    fi: 'Siirrä ”Viimeinen päivä, jona vastaus otetaan” toiminnolla ”Siirrä vastauspäivää”.',
    sv: 'Flytta ”Sista dag då svar tas emot” med ”Flytta svarsdagen”.',
    en: 'Move “Last day for an answer” with “Move the reply date”; {n} stays.',
  });
  expect(withTitles(event, {}, 'DatesChanged', label('{command:resume}', '', '')).fi).toBe('”Jatka”');
});

it('names commands that there are, those of the definition where the text is its own', () => {
  const found = named('command');
  expect(found.length).toBeGreaterThan(30);
  for (const [file = '', name = ''] of found) {
    const own = definitions.filter((one) => file.startsWith(`${one.name}/`));
    const all = (own.length > 0 ? own : definitions).flatMap((one) => Object.keys(commandsOf(one)));
    expect([file, all]).toEqual([file, expect.arrayContaining([name])]);
  }
});

it('names no command or field by its identifier', () => {
  const naming = /(toiminnolla|åtgärden|kentässä|kentän|fältet) [a-z]+([A-Z-][a-z]+)+/;
  for (const { file, text } of sources) expect([file, naming.exec(text)?.[0]]).toEqual([file, undefined]);
});
