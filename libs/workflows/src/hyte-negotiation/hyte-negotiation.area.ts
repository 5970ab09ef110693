import {
  areaChangeReason,
  leaving,
  type CivilDate,
  type Register,
  type RegisterChange,
  successorOf,
} from '@app/domain';
import type { Json } from '../kernel/command';
import type { AreaChanged } from '../kernel/definition';
import type { PartiesChange } from './hyte-negotiation.changes';
import type { NegotiationContext } from './hyte-negotiation.data';
import { partyOf } from './hyte-negotiation.planned';

/**
 * A merger or transfer in which parties leave: whoever goes on in their place today, through mergers of mergers, is a party from
 * then on, joining where it is none yet. Who has left already is not asked about again.
 */
export function areaChanged(
  change: RegisterChange,
  register: Register,
  { parties }: Pick<NegotiationContext, 'parties'>,
  today: CivilDate,
): AreaChanged {
  const isParty = (id: string) => parties.some(({ organisation }) => organisation === id);
  const left = leaving(change)
    .filter(isParty)
    .flatMap((organisation) => {
      const successor = successorOf(register, organisation, today);
      return successor === undefined ? [] : [{ organisation, successor }];
    });
  if (left.length === 0) return null;
  const joining = new Set(left.map(({ successor }) => successor).filter((id) => id !== null && !isParty(id)));
  const data: PartiesChange = {
    joined: register.organisations
      .filter(({ id }) => joining.has(id))
      .map((organisation) => partyOf(organisation, register)),
    left,
    reason: areaChangeReason(change, register),
  };
  return { command: { name: 'change-parties', data: data as Json } };
}
