import { helsinkiDate, helsinkiTime, type Instant, type Language, numericDate } from '@app/domain';

/** '1.6.2026 klo 9.00': a moment in Helsinki. */
export function momentIn(language: Language, at: Instant): string {
  const on = numericDate(helsinkiDate(at))[language];
  const time = helsinkiTime(at);
  if (language === 'en') return `${on} at ${time}`;
  return `${on} ${language === 'fi' ? 'klo' : 'kl.'} ${time.replace(/^0/, '').replace(':', '.')}`;
}
