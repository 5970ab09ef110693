import type { Caller } from '../access/caller';
import type { Problem } from '../problems/problem';

type Owner = Pick<Caller, 'county' | 'id'>;

/** How much may be under way at once: of one key or user, of one county, so that none has all of it, and of all together on this server. */
export type MostAtOnce = { ofOneKey: number; ofOneCounty: number; altogether: number };

/** Counts what is under way and takes long. */
export class AtOnce {
  private readonly underWay = new Set<Owner>();

  constructor(private readonly most: MostAtOnce) {}

  /**
   * One more. @returns what ends it, however often it is called
   * @param full what is wrong where there is no room, because of this key or user or because of others
   */
  begin({ county, id }: Owner, full: (because: 'key' | 'others') => Problem): () => void {
    const ofCounty = [...this.underWay].filter((one) => one.county === county);
    if (ofCounty.filter((one) => one.id === id).length >= this.most.ofOneKey) throw full('key');
    if (ofCounty.length >= this.most.ofOneCounty || this.underWay.size >= this.most.altogether) throw full('others');
    const one = { county, id };
    this.underWay.add(one);
    return () => this.underWay.delete(one);
  }
}
