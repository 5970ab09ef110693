import type { CivilDate, Register, RegisterChange } from '@app/domain';
import type { Json } from '../kernel/command';
import type { AreaChanged } from '../kernel/definition';
import { changedByArea } from '../taking-part';
import type { PartiesChange } from './hyte-negotiation.changes';
import type { NegotiationContext } from './hyte-negotiation.data';
import { partyOf } from './hyte-negotiation.planned';

/**
 * A merger or transfer in which parties leave: whoever goes on in their place today is a party from then on, with the body that
 * answers for it.
 */
export function areaChanged(
  change: RegisterChange,
  register: Register,
  { parties }: Pick<NegotiationContext, 'parties'>,
  today: CivilDate,
): AreaChanged {
  const changed = changedByArea(
    change,
    register,
    parties.map(({ organisation }) => organisation),
    today,
  );
  if (!changed) return null;
  const { joining, left, reason } = changed;
  const data: PartiesChange = { joined: joining.map((organisation) => partyOf(organisation, register)), left, reason };
  return { command: { name: 'change-parties', data: data as Json } };
}
