/**
 * Lints pieces of code as if they lay in files of this repository, with the repository's own rules but without type information (the
 * files do not exist). stdin: [{ file, code }]; stdout: for each the names of the rules broken.
 */
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const input = JSON.parse(await new Response(process.stdin).text());
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
const broken = [];
for (const { file, code } of input) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(broken));
