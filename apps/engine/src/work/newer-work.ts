import type { OlderSoftwareError } from '@app/workflows';
import type { JsonLogger } from '../log/json-logger';
import type { Outcome } from './handler';

/** Work that only newer software can do, as while a version is rolled out. Said in the log once for each definition. */
export class NewerWork {
  private readonly said = new Set<string>();

  constructor(private readonly log: JsonLogger) {}

  leave({ definition, message }: OlderSoftwareError): Outcome {
    const { name, version } = definition;
    const wanted = `${name}@${version ?? 'any'}`;
    if (!this.said.has(wanted)) {
      this.said.add(wanted);
      this.log.warn('work is left to newer software; update this engine', { definition: name, version });
    }
    return { kind: 'left', reason: message };
  }
}
