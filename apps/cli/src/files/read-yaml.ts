import type { Finding } from '@app/domain';
import { Composer, Lexer, LineCounter, Parser, type CST, type Document, type YAMLError } from 'yaml';
import type { FileFinding } from './file-finding';
import { asFinding } from './file-finding';
import { deepestNesting, mostSyntaxErrors, mostYamlTokens } from './limits';
import { locateIn, type Locate } from './yaml-places';
import { contentFindings } from './yaml-content';
import { doubtMessage, moreErrors, syntaxMessage, yamlMessages } from './yaml-words';

/** The data of a document, where its values stand, and what is doubtful about it; or what is wrong, all at once. */
export type ReadYaml = { data: unknown; locate: Locate; noted: Finding[] } | { findings: Finding[] };

/**
 * Reads YAML 1.2 (core schema: dates stay strings) or JSON, which is YAML too. What could take all memory or time is refused on
 * the way: deep nesting while it is read, references that multiply before they are followed.
 * @param code of the findings
 */
export function readYaml(text: string, code: string): ReadYaml {
  const lines = new LineCounter();
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const found = (message: Finding['message'], offset: number): Finding =>
    asFinding({ message, where: placeOf(offset) }, code);

  const tokens = tokensOf(text, lines);
  if (!Array.isArray(tokens)) return { findings: [asFinding(tokens, code)] };
  // Keys given twice are looked for by ourselves: the composer compares each key of a map with every other.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
  const [document, ...others] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) return { data: null, locate: () => undefined, noted: [] };
  const errors = [...document.errors, ...others.flatMap((other) => other.errors)];
  const syntax = errors
    .slice(0, mostSyntaxErrors)
    .map((error) => found(syntaxMessage(error.code, reasonOf(error)), error.pos[0]));
  if (errors.length > syntax.length)
    syntax.push(asFinding({ message: moreErrors(errors.length - syntax.length) }, code));
  const more = others.map((other) => found(yamlMessages.severalDocuments(), startOf(other)));
  const findings = [...syntax, ...more];
  if (findings.length > 0) return { findings };
  const wrong = contentFindings(document).map(({ message, offset }) => found(message, offset));
  if (wrong.length > 0) return { findings: wrong };
  const noted = document.warnings.map((warning): Finding => {
    return { ...found(doubtMessage(warning.code, reasonOf(warning)), warning.pos[0]), severity: 'warning' };
  });
  return { data: document.toJS({ maxAliasCount: -1 }) as unknown, locate: locateIn(document, placeOf), noted };
}

/** The tokens of the whole text, or what made reading on senseless. */
function tokensOf(text: string, lines: LineCounter): CST.Token[] | FileFinding {
  const parser = new Parser(lines.addNewLine);
  // The parser would tell of the first line by itself only if it also took the text apart.
  lines.addNewLine(0);
  const tokens: CST.Token[] = [];
  let count = 0;
  let offset = 0;
  const where = (): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    // An early brake; the document itself and the value that is being read stand on the stack too.
    if (parser.stack.length > deepestNesting + 2)
      return { message: yamlMessages.tooDeep(deepestNesting), where: where() };
    if (count > mostYamlTokens) return { message: yamlMessages.tooMany(), where: where() };
    offset = parser.offset;
  }
  tokens.push(...parser.end());
  return tokens;
}

function reasonOf({ message }: YAMLError): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
}

function startOf({ contents, range }: Document.Parsed): number {
  return contents?.range[0] ?? range[0];
}
