/** The keys of the witnesses whose lines are taken under checkpoints of the log. */
export const WITNESSES = Symbol('witnesses');
