import { proposalStates } from '@app/store';
import { attachDocument, commandsOf, definitions } from '@app/workflows';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';

const instant = z.string().meta({ format: 'date-time' });

/** Attached files go a way of their own, on which nobody is asked for. */
const withoutSecond: readonly string[] = [attachDocument];
const staff = ['admin', 'coordinator', 'service'] as const;

/** Every command, `<definition>/<command>`, that somebody of the county can give. */
export const commandNames: readonly string[] = [
  ...new Set(
    definitions.flatMap((definition) =>
      Object.entries(commandsOf(definition))
        .filter(([name, { roles }]) => !withoutSecond.includes(name) && staff.some((role) => roles.includes(role)))
        .map(([name]) => `${definition.name}/${name}`),
    ),
  ),
].sort();

export const fourEyesBody = named(
  'NewFourEyes',
  z.strictObject({
    commands: z
      .array(z.string().max(200))
      .max(500)
      .describe('All that need a second person, each as `<definition>/<command>`. Empty: none.'),
  }),
);

export const fourEyes = named(
  'FourEyes',
  z.object({
    commands: z.array(z.string()),
    changedAt: instant.nullable().describe('Null where it was never changed.'),
    changedBy: z.string().nullable(),
  }),
);

export const proposal = named(
  'Proposal',
  z.object({
    id: z.string(),
    workflow: z.string(),
    version: z.int().describe('Of the workflow: the command is done on this one only.'),
    definition: z.string(),
    command: z.string(),
    title: z.string(),
    data: z
      .unknown()
      .describe('Null once it is decided: what was done is in the log. Null also where the workflow is withheld.'),
    note: z.string().nullable(),
    proposedAt: instant,
    proposedBy: z.string(),
    role: z.string(),
    expiresAt: instant,
    state: z.enum(proposalStates).describe('`void`: the workflow had gone on; `lapsed`: nobody decided in time.'),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
  }),
);

export const proposalList = named('ProposalList', z.object({ items: z.array(proposal), next: z.null() }));
export type ProposalView = z.infer<typeof proposal>;
