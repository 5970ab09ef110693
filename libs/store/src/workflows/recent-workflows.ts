import type { Instance } from '@app/workflows';

/** So many are remembered; each is a few kilobytes of text. */
const most = 4_000;

type Recent = { snapshot: string; year: number | null };

/**
 * Workflows as this process left them. A person's next command is decided on that without reading it again; whether it
 * still stands so is found out when the decision is stored. Kept as text, so that nobody can change what is remembered.
 */
export class RecentWorkflows {
  private readonly entries = new Map<string, Recent>();

  find(county: string, id: string): { instance: Instance; year: number | null } | undefined {
    const found = this.entries.get(keyOf(county, id));
    return found && { instance: JSON.parse(found.snapshot) as Instance, year: found.year };
  }

  keep(county: string, id: string, recent: Recent): void {
    const key = keyOf(county, id);
    this.entries.delete(key);
    this.entries.set(key, recent);
    // A map keeps the order in which keys were added: the first is the one that was not touched for longest.
    const [oldest] = this.entries.size > most ? this.entries.keys() : [];
    if (oldest !== undefined) this.entries.delete(oldest);
  }

  forget(county: string, id: string): void {
    this.entries.delete(keyOf(county, id));
  }
}

function keyOf(county: string, id: string): string {
  return `${county}/${id}`;
}
