/** When those whom the county asks answer: on the day it is due, some days late, or never. */
export const answerings = ['on-time', 'late', 'never'] as const;
export type Answering = (typeof answerings)[number];

/** How late somebody is who is late. */
export const lateByWorkingDays = 3;
