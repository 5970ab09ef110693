import { type Given, given } from '../../../test/support/given';
import type { AnyDefinition, Json } from '../src';

/** A visit to Asikkala that is arranged for the day. */
export function visitData(visitOn = '2026-09-10'): Json {
  return { organisation: '016', place: 'Asikkalan kirjasto', visitOn, closes: '16:15' };
}

/** The same, arranged in the end of May as this version has it. */
export function arrangedVisit(definition: AnyDefinition): Given {
  return given(definition, visitData(), { id: '09.visit' });
}
