/**
 * For functions called thousands of times a second: without it the planner finds the plan for the values of each call cheaper
 * than the one for any values, and plans anew every time (220 µs against 35 µs for reading one workflow).
 */
export const planOnce = 'set plan_cache_mode = force_generic_plan';
