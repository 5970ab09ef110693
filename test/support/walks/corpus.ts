import type { Instant } from '@app/domain';
import type { AnyDefinition, Json, Place } from '@app/workflows';
import type { World } from './world-state';

/** How a workflow was started: by a plan, a file or a parent. */
export type Beginning = { definition: AnyDefinition; place: Place; data: Json; at?: Instant };

/** What workflows were started with and told by others, gathered from worlds that were walked. */
export class Corpus {
  private readonly starts = new Map<string, Beginning[]>();
  private readonly said = new Map<string, Map<string, Json[]>>();

  startsOf(definition: string): readonly Beginning[] {
    return this.starts.get(definition) ?? [];
  }

  /** What has been told with the command to workflows of the kind; undefined where nobody of the definition was told it. */
  told(definition: string, command: string, place: Place): readonly Json[] | undefined {
    const kinds = this.said.get(`${definition} ${command}`);
    return kinds && (kinds.get(kindOf(place)) ?? []);
  }

  gather({ members, told }: World): void {
    for (const { definition, place, events } of members.values()) {
      const [first] = events;
      if (first) add(this.starts, definition.name, { definition, place, data: first.data, at: first.at });
    }
    for (const { to, name, data } of told) {
      const hearer = members.get(to);
      if (!hearer) continue;
      const said = `${hearer.definition.name} ${name}`;
      const kinds = this.said.get(said) ?? new Map<string, Json[]>();
      this.said.set(said, kinds);
      add(kinds, kindOf(hearer.place), data);
    }
  }
}

/** What a parent starts alike, it tells alike: requests, say, or handlings. A key begins with its kind. */
function kindOf({ parent }: Place): string {
  return parent?.key.split('-')[0] ?? '';
}

const most = 60;

function add<One>(map: Map<string, One[]>, key: string, one: One): void {
  const list = map.get(key) ?? [];
  if (list.length < most) map.set(key, [...list, one]);
}
