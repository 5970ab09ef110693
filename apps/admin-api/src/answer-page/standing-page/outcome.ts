/** What became of something that was asked. */
export type Outcome = 'answered' | 'late' | 'missed' | 'withdrawn';
