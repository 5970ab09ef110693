/** Chance that can be had again: everything drawn follows from the seed. */
export type Draw = {
  /** A whole number from 0 up to, and not including, the one given. */
  below: (n: number) => number;
  chance: (probability: number) => boolean;
  /** One of the list. Throws where it is empty. */
  pick: <One>(list: readonly One[]) => One;
};

/** The mulberry32 generator: small, and even enough to choose steps with. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to choose from');
      return list[below(list.length)]!;
    },
  };
}
