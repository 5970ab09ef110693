import { stringify } from 'csv-stringify/sync';
import type { Language, Text } from '@app/domain';
import { helsinkiDate, helsinkiTime } from '@app/domain';
import { label } from '../fields';
import { type LogEvent, tell } from './log-event';
import type { Naming } from './naming';

/** The reader that lines of the log are written for. */
export type Reader = { naming: Naming; language: Language };

/**
 * An event as one JSON object without line breaks: what the API serves and `log export` writes. Its `data` are the stored bytes, null
 * once they have been disposed of. `title` (what was done, where a command did it) stands there where it is given.
 */
export function jsonLine(event: LogEvent, { naming, language }: Reader, title?: string): string {
  const { position, stream, seq, kind, type, at, actor, note, body, about } = event;
  // Written by hand: half of the time that a line takes went into the general way.
  const head =
    `{"position":${position},"stream":${JSON.stringify(stream)},"seq":${seq},"kind":"${kind}","type":"${type}",` +
    `"definition":${definitionJson(about.definition)},"at":"${at}","actor":{"id":${JSON.stringify(actor.id)},"role":"${actor.role}"}`;
  const named = title === undefined ? '' : `,"title":${JSON.stringify(title)}`;
  const noted = note === null ? '' : `,"note":${JSON.stringify(note)}`;
  return `${head},"data":${body ?? 'null'}${named}${noted},"words":${JSON.stringify(tell(event, naming, language))}}`;
}

function definitionJson(definition: LogEvent['about']['definition']): string {
  return definition ? `{"name":"${definition.name}","version":${definition.version}}` : 'null';
}

type Column = { title: Text; of: (event: LogEvent, reader: Reader) => string };

const columns: readonly Column[] = [
  column('Sija', 'Position', 'Position', ({ position }) => String(position ?? '')),
  column('Päivä', 'Dag', 'Day', ({ at }) => helsinkiDate(at)),
  column('Kello', 'Klockslag', 'Time', ({ at }) => helsinkiTime(at)),
  column('Mitä tapahtui', 'Vad som hände', 'What happened', (event, { naming, language }) =>
    tell(event, naming, language),
  ),
  column('Huomautus', 'Anmärkning', 'Note', ({ note }) => note ?? ''),
  column('Tapahtumavirta', 'Händelseström', 'Stream', ({ stream }) => stream),
  column('Järjestysnumero', 'Ordningsnummer', 'Number', ({ seq }) => String(seq)),
  column('Työnkulku', 'Förlopp', 'Definition', ({ about: { definition } }) => definition?.name ?? ''),
  column('Laji', 'Slag', 'Kind', ({ kind }) => kind),
  column('Tyyppi', 'Typ', 'Type', ({ type }) => type),
  column('Tekijä', 'Utförd av', 'Actor', ({ actor: { id } }) => id),
  column('Rooli', 'Roll', 'Role', ({ actor: { role } }) => role),
  column('Aika (UTC)', 'Tid (UTC)', 'Time (UTC)', ({ at }) => at),
];

const format = { delimiter: ';', record_delimiter: 'windows', escape_formulas: true } as const;

/** The first line of the log as a table, after a byte order mark: semicolons and CRLF, as Excel expects of UTF-8 in Finland. */
export function csvHead(language: Language): string {
  return stringify([columns.map(({ title }) => title[language])], { ...format, bom: true });
}

/**
 * Events as lines of a table. It is for reading, so it has the words and not the data: those are long, and the lines of JSON have them.
 * A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvLines(events: readonly LogEvent[], reader: Reader): string {
  return stringify(
    events.map((event) => columns.map(({ of }) => of(event, reader).replaceAll(/\s*[\r\n]+\s*/g, ' '))),
    format,
  );
}

function column(fi: string, sv: string, en: string, of: Column['of']): Column {
  return { title: label(fi, sv, en), of };
}
