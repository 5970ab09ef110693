import type { CivilDate, Register } from '@app/domain';
import { organisationsOn } from '@app/domain';
import type { Json } from '../kernel/command';
import type { Instance } from '../kernel/instance';
import type { NegotiationContext } from './hyte-negotiation.data';
import { isInvited } from './hyte-negotiation.mails';
import { partyOf } from './hyte-negotiation.planned';

/**
 * What a changed register asks of a running negotiation on the day: the command `change-parties` (without its `reason`, which
 * the shell adds); null where the parties are those that exist. A municipality that has merged leaves for the one it merged
 * into; one that has moved to another county leaves for nobody. Pure.
 */
export function changedParties(
  instance: Pick<Instance, 'context'>,
  register: Register,
  today: CivilDate,
): { name: 'change-parties'; data: Json } | null {
  const context = instance.context as unknown as NegotiationContext;
  const { parties, dates } = context;
  // Until they are invited, the parties are those that exist on that day.
  const on = isInvited(context) || today > dates.invitation.on ? today : dates.invitation.on;
  const existing = organisationsOn(register, on);
  const exists = (id: string) => existing.some((organisation) => organisation.id === id);
  const isParty = (id: string) => parties.some(({ organisation }) => organisation === id);
  const joined = existing.filter(({ id }) => !isParty(id)).map((organisation) => partyOf(organisation, register));
  const left = parties
    .filter(({ organisation }) => !exists(organisation))
    .map(({ organisation }) => {
      const successor = successorOf(organisation, register, on);
      return { organisation, successor: successor !== null && exists(successor) ? successor : null };
    });
  return joined.length + left.length > 0 ? { name: 'change-parties', data: { joined, left } as Json } : null;
}

/** Where an organisation has gone by the day, through one merger after another. */
function successorOf(organisation: string, { changes }: Register, on: CivilDate): string | null {
  const seen = new Set<string>([organisation]);
  let last: string | null = null;
  for (let next = into(organisation); next !== null && !seen.has(next); next = into(next)) {
    seen.add(next);
    last = next;
  }
  return last;

  function into(id: string): string | null {
    const merger = changes.find((change) => change.kind === 'merger' && change.on <= on && change.from.includes(id));
    return merger?.kind === 'merger' ? merger.into : null;
  }
}
