import type { Language, Text } from '@app/domain';
import { longDate, onDate } from '@app/domain';
import { roleName } from '../words/role-names';
import type { Issue, Refused, Role } from './command';
import type { AnyDefinition, Fact } from './definition';
import type { Instance, Paused } from './instance';
import type { KernelCommand } from './kernel-command';
import { kernelCommands } from './kernel-commands';
import { withTitles } from './titles-in-words';

function refused(code: string, detail: Text, allowed: string[], issues?: Issue[]): Refused {
  return { accepted: false, code, detail, allowed, ...(issues && { issues }) };
}

export function unknownCommand(definition: AnyDefinition, name: string, allowed: string[]): Refused {
  return refused(
    'unknown-command',
    {
      fi: `Työnkulussa ”${definition.title.fi}” ei ole toimintoa ”${name}”.`,
      sv: `Förloppet ”${definition.title.sv}” har ingen åtgärd ”${name}”.`,
      en: `The workflow “${definition.title.en}” has no command “${name}”.`,
    },
    allowed,
  );
}

/** Says who may give the command, where people or their systems may. */
export function notPermitted({ title, roles }: { title: Text; roles: readonly Role[] }, allowed: string[]): Refused {
  const known = roles.flatMap((role) => roleName(role) ?? []);
  const may = (language: Language, words: string) =>
    known.length === 0 ? '' : ` ${words}: ${known.map((name) => name[language]).join(', ')}.`;
  return refused(
    'not-permitted',
    {
      fi: `Roolillasi ei ole oikeutta toimintoon ”${title.fi}”.${may('fi', 'Oikeus on näillä rooleilla')}`,
      sv: `Din roll har inte rätt till åtgärden ”${title.sv}”.${may('sv', 'Följande roller har rätten')}`,
      en: `Your role may not give the command “${title.en}”.${may('en', 'These roles may')}`,
    },
    allowed,
  );
}

/** `state` is the title of the state the workflow is in. */
export function illegalStep(title: Text, state: Text, allowed: string[]): Refused {
  return refused(
    'illegal-step',
    {
      fi: `Toiminto ”${title.fi}” ei ole mahdollinen tilassa ”${state.fi}”.`,
      sv: `Åtgärden ”${title.sv}” är inte möjlig i läget ”${state.sv}”.`,
      en: `The command “${title.en}” cannot be given in the state “${state.en}”.`,
    },
    allowed,
  );
}

/** Time stands still: says since when, why, and how to go on. */
export function whilePaused(title: Text, { on, reason }: Paused, allowed: string[]): Refused {
  const { title: resume } = kernelCommands.resume as KernelCommand;
  return refused(
    'paused',
    {
      fi: `Toiminto ”${title.fi}” ei ole mahdollinen: työnkulku keskeytettiin ${onDate(on, 'fi')}. Syy: ”${reason}” Jatka työnkulkua ensin toiminnolla ”${resume.fi}”.`,
      sv: `Åtgärden ”${title.sv}” är inte möjlig: förloppet är pausat sedan ${longDate(on, 'sv')}. Orsak: ”${reason}” Fortsätt först förloppet med åtgärden ”${resume.sv}”.`,
      en: `The command “${title.en}” cannot be given: the workflow has been paused since ${longDate(on, 'en')}. Reason: “${reason}” Give the command “${resume.en}” first.`,
    },
    allowed,
  );
}

export function invalidData(issues: Issue[], allowed: string[]): Refused {
  const fields = (language: Language) =>
    issues.map(({ path, message }) => `${path || 'data'}: ${message[language]}`).join('; ');
  return refused(
    'invalid-data',
    {
      fi: `Tiedoissa on virheitä. ${fields('fi')}`,
      sv: `Uppgifterna innehåller fel. ${fields('sv')}`,
      en: `The data is not valid. ${fields('en')}`,
    },
    allowed,
    issues,
  );
}

/** The workflow has no place in the version `to`; `why` says what it lacks. */
export function cannotMigrate(to: AnyDefinition, why: Text): Refused {
  return refused(`${to.name}/cannot-migrate`, why, []);
}

/** A guard's own refusal, with the code and the explanation its definition gives. */
export function refusedByGuard(
  definition: AnyDefinition,
  guard: string,
  instance: Instance,
  fact: Fact,
  allowed: string[],
): Refused {
  const refusal = definition.refusals[guard];
  if (!refusal) throw new Error(`${definition.name}: guard ${guard} has no refusal`);
  const context = instance.context as never;
  const reason = 'why' in refusal ? refusal.why(context, fact) : { ...refusal, detail: refusal.detail(context, fact) };
  if (!reason) throw new Error(`${definition.name}: guard ${guard} refuses and does not say why`);
  return refused(
    `${definition.name}/${reason.code}`,
    withTitles(definition, context, fact.type, reason.detail),
    allowed,
  );
}
