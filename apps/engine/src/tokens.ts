/** What the process is made of from outside: the record it works on, and how it was set up. */
export const STORE = Symbol('store');
export const SETTINGS = Symbol('settings');
