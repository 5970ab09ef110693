import { type Language, languages } from '@app/domain';
import { bpmnOf, definitions, type Drawing, drawingOf, findDefinition, mermaidOf, svgOf } from '@app/workflows';
import { Option, type Command } from 'commander';
import { messageLanguage } from '../config/language';
import { writeWhole } from '../files/write-file';
import { wrongUsage } from '../output/cli-error';
import { printText } from '../output/print';

const forms: Record<string, (drawing: Drawing) => string> = { svg: svgOf, mermaid: mermaidOf, bpmn: bpmnOf };

type Options = { version?: number; language?: Language; format: string; out?: string };

/** `diagram NAME`: a definition drawn from its own source, for reading (SVG, Mermaid) or for a BPMN modeller. */
export function addDiagram(program: Command): void {
  program
    .command('diagram')
    .description('a definition as a picture, or as a BPMN file for a modeller')
    .argument('<name>', 'of which definition, such as hyte-negotiation')
    .addOption(new Option('--version <n>', 'which version; the newest unless given').argParser(Number))
    .addOption(new Option('--language <code>', 'of its titles; that of the locale unless given').choices(languages))
    .addOption(new Option('--format <format>', 'form of the diagram').choices(Object.keys(forms)).default('svg'))
    .option('--out <file>', 'where to write it; stdout unless given')
    .action((name: string, { version, language = messageLanguage(), format, out }: Options) => {
      const definition = findDefinition(name, version);
      if (!definition) throw unknown(name, version);
      const picture = forms[format]?.(drawingOf(definition, language)) ?? '';
      if (out === undefined) printText(picture);
      else writeWhole(out, picture);
    });
}

function unknown(name: string, version: number | undefined): Error {
  const known = [...new Set(definitions.map((definition) => definition.name))].join(', ');
  const asked = version === undefined ? name : `${name} version ${version}`;
  return wrongUsage(`There is no definition ${asked}.`, `Known are: ${known}.`);
}
