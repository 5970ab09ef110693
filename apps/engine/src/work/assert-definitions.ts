import { templateNames } from '@app/mail';
import { definitions, lacksOf, versionLacks } from '@app/workflows';

/**
 * Refuses the boot when a definition is not whole, or may owe a mail that nobody can write.
 * @throws Error naming each lack
 */
export function assertDefinitions(): void {
  const known = new Set<string>(templateNames);
  const lacks = definitions.flatMap((definition) => [
    ...lacksOf(definition),
    ...definition.mails
      .filter((mail) => !known.has(mail))
      .map((mail) => `${definition.name} v${definition.version}: there is no template for the mail ${mail}`),
  ]);
  lacks.push(...versionLacks(definitions));
  if (lacks.length > 0) throw new Error(`The definitions are not whole:\n${lacks.join('\n')}`);
}
