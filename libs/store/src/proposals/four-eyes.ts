import type { Actor } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import { recordLogEvent } from '../log/log-events';
import { shortId } from '../clock/randomness';
import type { FourEyesSetting } from './proposal-store';

/** How long the setting is believed without asking the database; real time. */
const believedMs = 3_000;

const read: Statement = {
  text: `select commands, vuosikello.instant(changed_at) as "changedAt", changed_by as "changedBy" from vuosikello.four_eyes where county = $1`,
};
const write: Statement = {
  text: `insert into vuosikello.four_eyes (county, commands, changed_at, changed_by) values ($1, $2, vuosikello.business_now(), $3)
         on conflict (county) do update
           set commands = excluded.commands, changed_at = excluded.changed_at, changed_by = excluded.changed_by
           where four_eyes.commands is distinct from excluded.commands
         returning county`,
};
const none: FourEyesSetting = { commands: [], changedAt: null, changedBy: null };
/** People and systems that use the API. Who has the database, as the command line does, is asked for nobody else. */
const ofTheApi = /^(key|user):/;

type Believed = { setting: Promise<FourEyesSetting>; until: number };

/** Which commands need a second person. Looked at with every command, so what was read is believed for a moment. */
export class FourEyes {
  private readonly believed = new Map<string, Believed>();

  constructor(private readonly database: Database) {}

  read(county: string): Promise<FourEyesSetting> {
    return this.database.inCounty(county, async (query) => {
      const [setting] = await query<FourEyesSetting>(read, [county]);
      return setting ?? none;
    });
  }

  async set(county: string, commands: readonly string[], by: Actor): Promise<FourEyesSetting> {
    const wanted = [...new Set(commands)].sort();
    const setting = await this.database.inCounty(county, async (query) => {
      const changed = await query(write, [county, wanted, by.id]);
      const event = {
        type: 'FourEyesChanged',
        body: { commands: wanted },
        commandId: `four-eyes:${shortId()}${shortId()}`,
      };
      if (changed.length > 0) await recordLogEvent(query, county, { ...event, actor: by });
      const [standing] = await query<FourEyesSetting>(read, [county]);
      return standing ?? none;
    });
    this.believed.delete(county);
    return setting;
  }

  async needsSecond(county: string, definition: string, command: string, actor: Actor): Promise<boolean> {
    if (!ofTheApi.test(actor.id)) return false;
    return (await this.current(county)).commands.includes(`${definition}/${command}`);
  }

  /** Whether the county has ever said anything: where it has not, there are no proposals. */
  async isUsed(county: string): Promise<boolean> {
    return (await this.current(county)).changedAt !== null;
  }

  private current(county: string): Promise<FourEyesSetting> {
    const now = performance.now();
    const before = this.believed.get(county);
    if (before && before.until > now) return before.setting;
    const setting = this.read(county);
    this.believed.set(county, { setting, until: now + believedMs });
    // What could not be read is read again by the next one.
    setting.catch(() => this.believed.delete(county));
    return setting;
  }
}
