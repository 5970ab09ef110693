import { instant } from '@app/domain';
import type {
  Accepted,
  AnyDefinition,
  Decision,
  Effects,
  Instance,
  Json,
  LaddersInForce,
  Refused,
  Role,
  WorkflowEvent,
} from '@app/workflows';
import { advance, fold, start } from '@app/workflows';

/** Given a workflow that has come so far, when a command is given, then this follows. Times are Helsinki civil times. */
export type Given = {
  instance: Instance;
  /** The workflow's whole stream so far. */
  events: WorkflowEvent[];
  /** What the last command asked of the shell. */
  effects: Effects;
  when: (name: string, data: unknown, when?: When) => Given;
  refuses: (name: string, data: unknown, when?: When) => Refused;
  /** The events of the last command, as type names. */
  lastEvents: () => string[];
};

/** `by`: the id of whoever gives the command, where that matters; as of a child that tells its parent something. */
export type When = { at?: string; role?: Role; by?: string };

const county = '09';
/** What no sentence for people has in it: a day as a machine writes it, an identifier, a title that was not filled in. */
const technical = /\d{4}-\d{2}-\d{2}|\b[a-z]+[A-Z][a-z]|\{(command|field):|”[a-z]+-[a-z]+”/;

export function given(
  definition: AnyDefinition,
  data: Json,
  {
    at = '2026-05-25T09:00:00+03:00',
    id = '09.test',
    ladders,
  }: { at?: string; id?: string; ladders?: LaddersInForce } = {},
): Given {
  // What only workflows start is somebody's child.
  const isChild = definition.start.roles[0] === 'workflow';
  const place = { id, county, parent: isChild ? { id: '09.parent', key: 'test' } : null };
  const actor = { id: 'test', role: isChild ? ('workflow' as const) : ('coordinator' as const) };
  const command = { name: 'start', data, actor, commandId: 'start', now: instant(at), ladders };
  return standingAt(definition, accepted(start(definition, place, command)), [], at);
}

function standingAt(definition: AnyDefinition, last: Accepted, before: WorkflowEvent[], clock: string): Given {
  const events = [...before, ...last.events];
  const decide = (
    name: string,
    data: unknown,
    { at = clock, role = 'coordinator', by = role }: When = {},
  ): [Decision, string] => [
    advance(definition, last.instance, {
      name,
      data,
      actor: { id: by, role },
      commandId: `${name}-${events.length}`,
      now: instant(at),
    }),
    at,
  ];
  return {
    instance: last.instance,
    events,
    effects: last.effects,
    lastEvents: () => last.events.map(({ type }) => type),
    when: (name, data, when) => {
      const [decision, at] = decide(name, data, when);
      return standingAt(definition, accepted(decision), events, at);
    },
    refuses: (name, data, when) => {
      const [decision] = decide(name, data, when);
      if (decision.accepted) throw new Error(`${name} was accepted`);
      // What the form found wrong names its fields by their paths.
      if (!decision.issues && decision.code !== 'unknown-command')
        for (const said of Object.values(decision.detail)) expect(said).not.toMatch(technical);
      return decision;
    },
  };
}

function accepted(decision: Decision): Accepted {
  if (!decision.accepted) throw new Error(`${decision.code}: ${decision.detail.en}`);
  return decision;
}

/** What the log alone gives: has to be the state itself. */
export function folded(definition: AnyDefinition, { instance, events }: Given) {
  const stored = JSON.parse(JSON.stringify(events)) as WorkflowEvent[];
  const { publications: _publications, ...state } = fold(
    definition,
    { id: instance.id, county, parent: instance.parent },
    stored,
  );
  return state;
}
