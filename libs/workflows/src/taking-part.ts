import {
  areaChangeReason,
  type CivilDate,
  leaving as leavingBy,
  type Organisation,
  type Register,
  type RegisterChange,
  successorOf,
} from '@app/domain';
import { z } from 'zod';
import { label, reasonForm } from './fields';
import type { AreaChanged, Reason } from './kernel/definition';

/** What definitions share in a change of who takes part. */

export const organisationLabel = label('Organisaation tunnus', 'Organisationens id', 'Id of the organisation');

/** What kind of organisation takes part, as the duties tell them apart. */
export const partyKindField = z.enum(['municipality', 'other']).meta({
  label: label('Laji', 'Slag', 'Kind'),
  options: {
    municipality: label('Kunta', 'Kommun', 'Municipality'),
    other: label('Muu toimija', 'Annan aktör', 'Other actor'),
  },
});

/** `successor`: whoever takes part already, or joins now, and goes on in the place of the one that leaves. */
export const leaving = z.strictObject({
  organisation: z.string().meta({ label: organisationLabel }),
  successor: z
    .string()
    .nullable()
    .meta({ label: label('Kuka jatkaa sen tilalla', 'Vem som fortsätter i dess ställe', 'Who goes on in its place') }),
});
export type Leaving = z.infer<typeof leaving>;

/** The form of a change of who takes part: who joins, each told of with `joining`, who leaves, and why. */
export function partiesChangeForm<Joining extends z.ZodType>(joining: Joining) {
  return reasonForm.extend({
    joined: z.array(joining).meta({ label: label('Mukaan tulevat', 'De som tillkommer', 'Those who join') }),
    left: z.array(leaving).meta({ label: label('Pois jäävät', 'De som lämnar', 'Those who leave') }),
  });
}

type Change = { joined: readonly string[]; left: readonly Leaving[] };

/** Who takes part after the change, in their order; who joins comes last. */
export function takingPartAfter(organisations: readonly string[], { joined, left }: Change): string[] {
  const gone = new Set(left.map(({ organisation }) => organisation));
  return [...organisations.filter((id) => !gone.has(id)), ...joined];
}

/** Why those who take part may not change so; null when they may. */
export function whyTheyStay(organisations: readonly string[], change: Change): Reason | null {
  const { joined, left } = change;
  const isParty = (id: string) => organisations.includes(id);
  const leavers = left.map(({ organisation }) => organisation);
  if (joined.length + left.length === 0) return nothingChanges();
  const already = [...joined.filter(isParty), ...repeated(joined)];
  if (already.length > 0) return alreadyParty(already);
  const unknown = [...leavers.filter((id) => !isParty(id)), ...repeated(leavers)];
  if (unknown.length > 0) return notParty(unknown);
  const after = takingPartAfter(organisations, change);
  const lost = left.flatMap(({ successor }) => (successor !== null && !after.includes(successor) ? [successor] : []));
  if (lost.length > 0) return unknownSuccessor(lost);
  return after.length === 0 ? nobodyLeft() : null;
}

/**
 * What a merger or transfer means for those who take part: who leaves, whoever goes on in their place today, through mergers of
 * mergers, and who of these joins because it takes no part yet. Null where nobody leaves: who has left already is not asked
 * about again.
 */
export function changedByArea(
  change: RegisterChange,
  register: Register,
  organisations: readonly string[],
  today: CivilDate,
): { joining: Organisation[]; left: Leaving[]; reason: string } | null {
  const isParty = (id: string) => organisations.includes(id);
  const left = leavingBy(change)
    .filter(isParty)
    .flatMap((organisation) => {
      const successor = successorOf(register, organisation, today);
      return successor === undefined ? [] : [{ organisation, successor }];
    });
  if (left.length === 0) return null;
  const joining = new Set(left.map(({ successor }) => successor).filter((id) => id !== null && !isParty(id)));
  return {
    joining: register.organisations.filter(({ id }) => joining.has(id)),
    left,
    reason: areaChangeReason(change, register),
  };
}

/** The command by which a workflow that knows its organisations by their ids hears of a change of the area; null where none is due. */
export function areaCommand(name: string, changed: ReturnType<typeof changedByArea>): AreaChanged {
  if (!changed) return null;
  const { joining, left, reason } = changed;
  return { command: { name, data: { joined: joining.map(({ id }) => id), left, reason } } };
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function nothingChanges(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Anna kentässä {field:joined} tai {field:left} ainakin yksi organisaatio.',
      'Ange minst en organisation i fältet {field:joined} eller {field:left}.',
      'Give at least one organisation in {field:joined} or {field:left}.',
    ),
  };
}

/** They take part already. */
export function alreadyParty(ids: string[]): Reason {
  return {
    code: 'already-party',
    detail: label(
      `On jo osapuoli tai annettu kahdesti: ${ids.join(', ')}. Jätä pois kentästä {field:joined}.`,
      `Är redan part eller angiven två gånger: ${ids.join(', ')}. Lämna bort ur fältet {field:joined}.`,
      `Is a party already, or given twice: ${ids.join(', ')}. Leave it out of {field:joined}.`,
    ),
  };
}

function notParty(ids: string[]): Reason {
  return {
    code: 'not-a-party',
    detail: label(
      `Ei ole osapuoli tai annettu kahdesti: ${ids.join(', ')}. Jätä pois kentästä {field:left}.`,
      `Är inte part eller angiven två gånger: ${ids.join(', ')}. Lämna bort ur fältet {field:left}.`,
      `Is not a party, or given twice: ${ids.join(', ')}. Leave it out of {field:left}.`,
    ),
  };
}

function unknownSuccessor(ids: string[]): Reason {
  return {
    code: 'unknown-successor',
    detail: label(
      `Seuraaja ei ole osapuoli muutoksen jälkeen: ${ids.join(', ')}. Anna se myös kentässä {field:joined}.`,
      `Efterträdaren är inte part efter ändringen: ${ids.join(', ')}. Ange den även i fältet {field:joined}.`,
      `The successor is not a party after the change: ${ids.join(', ')}. Give it in {field:joined} too.`,
    ),
  };
}

function nobodyLeft(): Reason {
  return {
    code: 'no-parties',
    detail: label(
      'Mukana on oltava ainakin yksi organisaatio. Jos asia raukeaa, peru se.',
      'Minst en organisation ska delta. Om ärendet förfaller, ställ in det.',
      'At least one organisation must take part. If nothing is to come of it, cancel it.',
    ),
  };
}
