import type { CivilDate, Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

/** An organisation is not written to up to and including a day, Helsinki time. */
export type Silence = {
  id: string;
  organisation: string;
  untilOn: CivilDate;
  reason: string;
  beganAt: Instant;
  /** Ids of whoever began and ended it. */
  beganBy: string;
  endedAt: Instant | null;
  endedBy: string | null;
};

export type NewSilence = {
  county: string;
  organisation: string;
  untilOn: CivilDate;
  reason: string;
  actor: Actor;
  /** What a repeated request is known by, within the county. */
  request: string;
};

export type SilenceAnswer =
  | { outcome: 'begun'; silence: Silence }
  /** The request has begun this silence before; it may have asked for something else. */
  | { outcome: 'repeated'; silence: Silence }
  | { outcome: 'unknown-organisation' };

export interface SilenceStore {
  /** Keeps an organisation from being written to. Asked twice with the same `request` it begins once. */
  begin(silence: NewSilence): Promise<SilenceAnswer>;
  /** The silences of a county, those that are over too unless only the ones in force are asked for. By id. */
  list(
    county: string,
    filter: { organisation?: string | undefined; inForce: boolean },
    page: Page,
  ): Promise<Listed<Silence>>;
  /** Ends a silence at once. False when there is none in force under this id. */
  end(county: string, id: string, actor: Actor): Promise<boolean>;
  /** By organisation, the last day on which it is not written to, by the silences in force today. */
  lastDays(county: string): Promise<ReadonlyMap<string, CivilDate>>;
}
