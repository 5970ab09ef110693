import type { Text } from '@app/domain';
import { metaOf } from './chart';
import type { AnyDefinition } from './definition';
import type { Instance } from './instance';

/** What a reader wants to know of a workflow first: what its state is called, and who is waited for, in which organisations. */
export type Standing = { title: Text; waitingFor: { part: string; organisations: string[] }[] };

export function standing(definition: AnyDefinition, instance: Instance): Standing {
  const meta = metaOf(definition.chart, instance.value, instance.context);
  if (!meta) throw new Error(`${definition.name}: the state ${instance.state} has no title`);
  if (instance.life.paused)
    return { title: paused(meta.title), waitingFor: [{ part: 'coordinator', organisations: [instance.county] }] };
  if (!meta.waitsFor || instance.status !== 'open') return { title: meta.title, waitingFor: [] };
  const organisations = definition.parties(instance.context as never)[meta.waitsFor];
  if (!organisations) throw new Error(`${definition.name}: nobody plays the part ${meta.waitsFor}`);
  return { title: meta.title, waitingFor: [{ part: meta.waitsFor, organisations }] };
}

/** Whoever was waited for is not waited for now: the coordinator is, to go on. */
function paused({ fi, sv, en }: Text): Text {
  return { fi: `${fi} (keskeytetty)`, sv: `${sv} (pausad)`, en: `${en} (paused)` };
}
