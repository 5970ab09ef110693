import type { CivilDate, Language } from '@app/domain';
import { isCivilDate } from '@app/domain';
import { type AnyDefinition, definitionOf, type Instance } from '@app/workflows';
import { z } from 'zod';
import { type ComingMatter, asksOf } from './asked-matters';
import { plannedAsks } from './standing-words';

const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));
const plannedFacts = z.object({
  dates: z.record(
    z.string(),
    z.object({ on: day, basis: z.enum(['statutory', 'statutory-period-end', 'decided', 'agreed', 'requested']) }),
  ),
});

/**
 * What the county has planned with the organisation: the dates on which something will be asked of it, and the meetings it is
 * to come to. What has been asked already stands among the open matters.
 */
export function comingMatters(
  instances: readonly Instance[],
  { organisation, language, today }: { organisation: string; language: Language; today: CivilDate },
): ComingMatter[] {
  const asked = instances.filter((instance) => asksOf(instance, organisation));
  return instances
    .filter((instance) => instance.status === 'open' && !asksOf(instance, organisation))
    .flatMap((instance) => [
      ...plannedDates(instance, asked, language),
      ...meetingsOf(instance, organisation, language),
    ])
    .filter(({ on }) => on >= today)
    .sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title));
}

/** Dates that the plan asks others to keep; by one that stands in a request of its own the organisation has been asked. */
function plannedDates(instance: Instance, asked: readonly Instance[], language: Language): ComingMatter[] {
  const definition = definitionOf(instance.definition);
  const { dates } = plannedFacts.safeParse(instance.context).data ?? { dates: {} };
  const hasBeenAsked = (on: CivilDate) =>
    asked.some(
      ({ parent, deadlines }) =>
        parent?.id === instance.id && Object.values(deadlines).some(({ dueOn }) => dueOn === on),
    );
  return Object.entries(dates)
    .filter(([, { on, basis }]) => basis === 'requested' && !hasBeenAsked(on))
    .flatMap(([name, { on, basis }]) => {
      const title = plannedAsks[name] ?? definition.deadlines[name]?.title;
      return title ? [{ matter: matterOf(definition, instance, language), title: title[language], on, basis }] : [];
    });
}

function meetingsOf(instance: Instance, organisation: string, language: Language): ComingMatter[] {
  const definition = definitionOf(instance.definition);
  const meetings = definition.meetings?.(instance.context as never, instance.state) ?? [];
  return meetings
    .filter((meeting) => meeting.for.some((asked) => asked.organisation === organisation))
    .map(({ title, on, at, place, basis }) => ({
      matter: matterOf(definition, instance, language),
      title: title[language],
      on,
      ...(at !== undefined && { at }),
      ...(place !== undefined && { place }),
      basis,
    }));
}

function matterOf(definition: AnyDefinition, { context }: Instance, language: Language): string {
  return definition.matter(context as never)[language];
}
