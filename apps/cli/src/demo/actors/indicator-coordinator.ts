import { indicatorWords } from '../scenario/texts';
import type { Casting } from './casting';

/** The county's coordinator in a round of indicator cards: asks the owners for them and compiles what came. */
export function castIndicators({ steps }: Casting): void {
  steps.step('requestsSent', 'send-requests');
  steps.step('compiled', 'compile', { summary: indicatorWords.summary });
}
