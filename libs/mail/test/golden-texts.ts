import { languages } from '@app/domain';
import type { TemplateName } from '../src';
import { sampleOf, write } from './rendered';

/**
 * Compares a template's sample, written in every language, with the text approved before. After a change that is meant,
 * read the new text and approve it with `jest libs/mail -u`.
 */
export function itReadsAsApproved(name: TemplateName): void {
  it.each(languages)('reads as approved in %s', (language) => {
    const { subject, text } = write(name, language, sampleOf(name));
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });
}
