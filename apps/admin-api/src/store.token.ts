/** Injection token of the store, the only way to what is recorded. */
export const STORE = Symbol('store');
