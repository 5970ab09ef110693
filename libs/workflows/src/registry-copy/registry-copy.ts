import type { NotificationIntent } from '../kernel/intents';

/** Who asked is the county, and its registry is where an official answer is filed. */
type Filed = { county: string; organisation: string };

/** An official answer in copy to the county's registry, with what a record needs: `data` says what came, `documents` are told along. */
export function registryCopy({ county, organisation }: Filed, data: object): NotificationIntent {
  return {
    template: 'registry-copy',
    to: { organisation: county, audience: 'registry' },
    data: { ...data, concerns: organisation },
    documents: true,
  };
}
