/**
 * How an organisation writes its case numbers: a text with `{n}` (the running number), `{class}` (the class of the matter, such as
 * 00.04.01) and `{year}`, each once at most; whatever else stands in it stands in every number. Heinola's 539/00.04.01/2023 fits
 * `{n}/{class}/{year}`. A part given many times could be read in so many ways that a number that does not fit would be tried for ever.
 */
export const caseNumberPatternForm = /^(?=.{1,100}$)(?=.*\{n\})(?!.*(\{\w+\}).*\1)(?:[^{}]|\{(?:n|class|year)\})+$/;

const parts: Readonly<Record<string, string>> = {
  '{n}': '[1-9]\\d{0,6}',
  '{class}': '\\d{2}(?:\\.\\d{2}){0,3}',
  '{year}': '(?:19|20|21)\\d{2}',
};

/** Whether a case number is written as the organisation writes them. Where no pattern is known, any number is. */
export function fitsCaseNumber(pattern: string | undefined, caseNumber: string): boolean {
  if (pattern === undefined) return true;
  const form = pattern
    .split(/(\{\w+\})/)
    .map((part) => parts[part] ?? literally(part))
    .join('');
  return new RegExp(`^${form}$`).test(caseNumber);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
