export type Size = { width: number; height: number };
export type Point = { x: number; y: number };
/** Its upper left corner and its size. */
export type Box = Point & Size;
