import type { Text } from '@app/domain';
import { label } from '../fields';
import type { RequestContext } from './information-request.data';

/** What one request is about, as a calendar, a list or a mail names it. */
export function requestTitle({ about }: RequestContext): Text {
  return label(`Ennakkotehtävä, vuosi ${about}`, `Förhandsuppgift, år ${about}`, `Advance assignment, year ${about}`);
}
