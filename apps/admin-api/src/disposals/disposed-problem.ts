import { helsinkiDate } from '@app/domain';
import type { Store } from '@app/store';
import { findDefinition } from '@app/workflows';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** Why there is no workflow of this id: there never was one, or it has been disposed of; then it is said that it was there, and no more. */
export async function goneOrUnknown(store: Pick<Store, 'disposals'>, county: string, id: string): Promise<Problem> {
  const disposed = await store.disposals.read(county, id);
  if (!disposed) return new Problem('unknown-id');
  const { definition, startedOn, endedOn, disposedAt } = disposed;
  const { name, version } = definition;
  const title = findDefinition(name, version)?.title ?? text(name, name, name);
  const on = helsinkiDate(disposedAt);
  return new Problem('disposed-of', {
    detail: text(
      `${title.fi} ${startedOn} – ${endedOn}: säilytysaika on päättynyt ja sisältö on hävitetty ${on}.`,
      `${title.sv} ${startedOn} – ${endedOn}: förvaringstiden har gått ut och innehållet gallrades ${on}.`,
      `${title.en} ${startedOn} – ${endedOn}: its retention is over, and what it said was disposed of on ${on}.`,
    ),
  });
}
