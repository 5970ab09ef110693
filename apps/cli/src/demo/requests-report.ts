import type { Language } from '@app/domain';
import { definitionOf, type Instance } from '@app/workflows';

export type RequestCounts = { sent: number; answered: number; late: number; missed: number };

/** What one workflow asked for, and which organisations answered late or not at all. */
export type AskedBy = RequestCounts & { workflow: string; matter: string; lateFrom: string[]; missingFrom: string[] };

type Request = { asking: string; organisation: string; how: 'in-time' | 'late' | 'missed' };

/** By the workflows that asked, in the order of their start. What is still open is neither answered nor missed. */
export function askedBy(instances: readonly Instance[], language: Language): AskedBy[] {
  const requests = instances.flatMap(requestIn);
  const asking = instances.filter(({ id }) => requests.some((request) => request.asking === id));
  return asking.map(({ id, definition, context }) => {
    const own = requests.filter((request) => request.asking === id);
    const from = (how: Request['how']): string[] => own.filter((one) => one.how === how).map((one) => one.organisation);
    const [lateFrom, missingFrom] = [from('late'), from('missed')];
    return {
      workflow: id,
      matter: definitionOf(definition).matter(context as never)[language],
      sent: own.length,
      answered: own.length - missingFrom.length,
      late: lateFrom.length,
      missed: missingFrom.length,
      lateFrom,
      missingFrom,
    };
  });
}

/** All that was asked for, as the report counts it. */
export function requestCounts(asked: readonly AskedBy[]): RequestCounts {
  const sum = (name: keyof RequestCounts): number => asked.reduce((total, counts) => total + counts[name], 0);
  return { sent: sum('sent'), answered: sum('answered'), late: sum('late'), missed: sum('missed') };
}

function requestIn({ definition, state, context, parent }: Instance): Request[] {
  if (definition.name !== 'information-request' || !parent) return [];
  const { organisation, answer } = context as { organisation: string; answer: { late: boolean } | null };
  if (answer) return [{ asking: parent.id, organisation, how: answer.late ? 'late' : 'in-time' }];
  return state === 'missed' ? [{ asking: parent.id, organisation, how: 'missed' }] : [];
}
