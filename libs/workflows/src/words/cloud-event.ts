import type { Instant } from '@app/domain';
import type { LogEvent } from './log-event';

/** Where a county's log is, as events name their origin: `<public address>/log/<county>`. */
export type EventSource = { publicUrl: string; county: string };

/** What happened, and when: of an event of the log, or of a message that only says that messages come through. */
export type CloudEventHead = { id: string; type: string; subject: string; time: Instant };

/**
 * An event in the JSON format of CloudEvents 1.0 (structured mode), without line breaks.
 * @param data as JSON
 */
export function cloudEvent({ publicUrl, county }: EventSource, head: CloudEventHead, data: string): string {
  const { id, type, subject, time } = head;
  const context = {
    specversion: '1.0',
    id: `${county}:${id}`,
    source: `${publicUrl}/log/${county}`,
    type: `fi.vuosikello.${type}.v1`,
    subject,
    time,
    datacontenttype: 'application/json',
  };
  return `${JSON.stringify(context).slice(0, -1)},"data":${data}}`;
}

/** Which place in the log that is, so that no other event is ever called the same, though the log be restored to an earlier moment. */
function placeInLog({ position, epoch }: Pick<LogEvent, 'position' | 'epoch'>): string {
  return epoch === 0 ? String(position) : `${position}~${epoch}`;
}

/** An event of the log that has its position: its place there is its id, and the stream it stands in its subject. */
export function cloudEventOf(source: EventSource, event: LogEvent, data: string): string {
  const { type, stream, at } = event;
  return cloudEvent(source, { id: placeInLog(event), type, subject: stream, time: at }, data);
}

/**
 * What goes out to another system: that something happened, to what and to whom by their ids. Nothing that anybody wrote, no name and not
 * who did it: whoever may know that reads it from the API with a key of their own, which is noted.
 */
export function publicData({ position, stream, seq, kind, type, at, actor, about }: LogEvent): string {
  const { definition, asked, mail, task } = about;
  const organisation = asked?.organisation ?? mail?.organisation ?? task?.organisation ?? null;
  return JSON.stringify({
    position,
    stream,
    seq,
    kind,
    type,
    definition,
    at,
    actor: { role: actor.role },
    organisation,
  });
}
