import type { CivilDate, Organisation, Register, RegisterChange } from '@app/domain';
import { organisationsOn } from '@app/domain';
import type { Json } from '../kernel/command';
import type { AreaChanged } from '../kernel/definition';
import { changedByArea } from '../taking-part';
import type { CollectedParty } from './asked-requests';

/** An organisation of the register as a party that is asked. */
export function collected({ id, kind }: Organisation): CollectedParty {
  return { organisation: id, kind: kind === 'municipality' ? 'municipality' : 'other' };
}

/** The organisations of these kinds that the county has on the day. */
export function partiesOn(register: Register, kinds: readonly Organisation['kind'][], on: CivilDate): CollectedParty[] {
  return organisationsOn(register, on)
    .filter(({ kind }) => kinds.includes(kind))
    .map(collected);
}

/** A merger or transfer in which parties leave: whoever goes on in their place today is asked from then on. */
export function partiesChangedByArea(
  change: RegisterChange,
  register: Register,
  parties: readonly CollectedParty[],
  today: CivilDate,
): AreaChanged {
  const ids = parties.map(({ organisation }) => organisation);
  const changed = changedByArea(change, register, ids, today);
  if (!changed) return null;
  const { joining, left, reason } = changed;
  return { command: { name: 'change-parties', data: { joined: joining.map(collected) as Json, left, reason } } };
}
