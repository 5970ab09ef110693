import type { components } from './api.generated';

type Workflow = components['schemas']['Workflow'];

/**
 * The workflow as it stands after a step: `taken((await answered(vuosikello.POST('/v1/workflows/{id}/commands', …))).data)`.
 * @throws Error where nothing has happened: the step was only looked at (`dryRun`), or waits for a second person (202)
 */
export function taken(answer: Workflow | object): Workflow {
  if ('availableCommands' in answer) return answer;
  throw new Error('The step has not been taken: it was only looked at, or waits for a second person to confirm it.');
}
