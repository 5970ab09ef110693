import { addMs } from '@app/domain';
import type { Store } from '@app/store';
import type { OlderSoftwareError } from '@app/workflows';
import type { JsonLogger } from '../log/json-logger';
import { type Outcome, postponed } from './handler';

/** A newer replica looks at it in the meantime; so long one of ours stays away from it. */
const pauseMs = 5_000;

/**
 * Work that only newer software can do, as while a version is rolled out: it is put back for a short while and not counted as a
 * failure. Said in the log once for each definition.
 */
export class NewerWork {
  private readonly said = new Set<string>();

  constructor(
    private readonly store: Pick<Store, 'now'>,
    private readonly log: JsonLogger,
  ) {}

  async leave({ definition, message }: OlderSoftwareError): Promise<Outcome> {
    const { name, version } = definition;
    const wanted = `${name}@${version ?? 'any'}`;
    if (!this.said.has(wanted)) {
      this.said.add(wanted);
      this.log.warn('work is left to newer software; update this engine', { definition: name, version });
    }
    return postponed(addMs(await this.store.now(), pauseMs), message);
  }
}
