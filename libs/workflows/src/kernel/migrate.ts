import type { Text } from '@app/domain';
import { z } from 'zod';
import { standAt } from './chart';
import type { Command, Json, Refused, Role } from './command';
import type { Accepted, Decision } from './decide';
import { factEvent, moved, settle } from './decide';
import type { AnyDefinition, Moved } from './definition';
import type { Instance, WorkflowEvent } from './instance';
import { statePath } from './instance';
import type { Intent } from './intents';
import { parse } from './parse';
import { cannotMigrate, invalidData, notPermitted } from './refusals';

/** What the log says of a workflow that was moved. */
export const workflowMigrated = 'WorkflowMigrated';
export type WorkflowMigrated = { from: number; to: number; reason: string };

const migrators: readonly Role[] = ['admin'];
export const migrationTitle: Text = {
  fi: 'Siirrä toiseen versioon',
  sv: 'Flytta till en annan version',
  en: 'Move to another version',
};
const form = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
const recordedMigration = z.object({ from: z.int(), to: z.int(), reason: z.string() });

/**
 * Moves a running workflow to the version `to`, as its mapping says. Pure. Refuses with `not-permitted`, `invalid-data` (no reason)
 * or `<workflow>/cannot-migrate`, and then nothing has happened.
 */
export function migrate(to: AnyDefinition, instance: Instance, command: Omit<Command, 'name'>): Decision {
  if (!migrators.includes(command.actor.role)) return notPermitted({ title: migrationTitle, roles: migrators }, []);
  const parsed = parse(form, command.data);
  if (!parsed.ok) return invalidData(parsed.issues, []);
  const forecast = forecastMigration(to, instance);
  if (!forecast.moves) return forecast.refused;
  const { reason } = parsed.data as { reason: string };
  const data: WorkflowMigrated = { from: instance.definition.version, to: to.version, reason };
  return followMigration(to, instance, factEvent(instance.id, instance.version + 1, workflowMigrated, data, command));
}

/** What moving a workflow would do to it: the state it would then be in, or why it stays. */
export type Forecast = { moves: true; state: string } | { moves: false; refused: Refused };

/** Says whether a workflow as it stands can be moved. Pure; the dry run of `migrate`. */
export function forecastMigration(to: AnyDefinition, instance: Instance): Forecast {
  const why = whyItStays(to, instance);
  if (why) return { moves: false, refused: cannotMigrate(to, why) };
  const place = mapped(to, instance);
  return 'stays' in place
    ? { moves: false, refused: cannotMigrate(to, place.stays) }
    : { moves: true, state: statePath(place.value) };
}

function whyItStays(to: AnyDefinition, { definition: { name, version }, status }: Instance): Text | null {
  if (name === to.name && version === to.version) return thereAlready;
  if (name !== to.name || to.migrates?.from !== version) return noMapping;
  return status === 'open' ? null : hasEnded;
}

/** Takes a migration that stands (just decided, or from the log) into the workflow. @throws Error where the mapping says no */
export function followMigration(to: AnyDefinition, instance: Instance, event: WorkflowEvent): Accepted {
  const place = mapped(to, instance);
  if ('stays' in place) throw new Error(`${instance.id}: version ${to.version} has no place for ${instance.state}`);
  const undeclared = Object.keys(instance.deadlines).filter((deadline) => !to.deadlines[deadline]);
  const { intents: _none, ...stood } = standAt(to.chart, place.value, place.context as Json);
  const there = moved({ ...instance, definition: { name: to.name, version: to.version } }, stood, event);
  const cancelled = undeclared.map((deadline): Intent => ({ type: 'endDeadline', name: deadline, as: 'cancelled' }));
  return settle(there, [...cancelled, ...(place.intents ?? [])], event);
}

/** Between which versions a recorded migration went; undefined of any other event. */
export function migrationIn({ type, data }: WorkflowEvent): WorkflowMigrated | undefined {
  return type === workflowMigrated ? recordedMigration.parse(data) : undefined;
}

function mapped(to: AnyDefinition, { value, state, context, definition }: Instance): Moved | { stays: Text } {
  if (to.migrates?.from !== definition.version)
    throw new Error(`${to.name} v${to.version} does not say how a workflow of version ${definition.version} moves`);
  return to.migrates.map({ value, state, context: context as never });
}

const thereAlready: Text = {
  fi: 'Työnkulku on jo tässä versiossa.',
  sv: 'Förloppet har redan den här versionen.',
  en: 'The workflow has this version already.',
};
const noMapping: Text = {
  fi: 'Versio ei kerro, miten työnkulku siirretään sen omasta versiosta.',
  sv: 'Versionen anger inte hur förloppet flyttas från sin egen version.',
  en: 'The version does not say how a workflow of that version is moved to it.',
};
const hasEnded: Text = {
  fi: 'Työnkulku on päättynyt.',
  sv: 'Förloppet har avslutats.',
  en: 'The workflow has ended.',
};
