import type { Notification } from '@app/store';
import type { JsonLogger } from '../log/json-logger';

/** Says that a person has to see to a mail that was owed and is given up, because it could not be sent in its time. */
export function tellUndelivered(log: JsonLogger, { id, county, workflow, to }: Notification): void {
  const { organisation } = to;
  log.error('a mail could not be sent in its time; somebody has to tell the recipient another way', {
    notification: id,
    county,
    workflow,
    organisation,
  });
}
