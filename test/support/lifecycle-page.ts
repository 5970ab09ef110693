import { citationText } from '@app/domain';
import type { AnyDefinition } from '@app/workflows';
import { drawingOf, factsOf, mermaidOf } from '@app/workflows';

/** The page that shows one definition: its basis, its chart, its commands, deadlines and mails. */
export function lifecyclePage(definition: AnyDefinition): string {
  const { name, version, title, basis, commands, deadlines, mails } = definition;
  return (
    [
      `# ${title.en} (\`${name}\` version ${version})`,
      '<!-- Generated from the definition; a test compares. Do not edit. -->',
      `${title.fi} – ${title.sv}. ${basis ? `Basis: ${citationText(basis, 'en')}.` : 'No act requires it.'}`,
      '```mermaid\n' + mermaidOf(drawingOf(definition, 'en')) + '```',
      '## Commands',
      table(
        ['command', 'title', 'who may give it', 'becomes'],
        Object.entries(commands).map(([command, given]) => [
          `\`${command}\``,
          `${given.title.en} – ${given.title.fi} – ${given.title.sv}`,
          given.roles.join(', '),
          factsOf(given).join(', '),
        ]),
      ),
      ...(Object.keys(deadlines).length === 0
        ? []
        : [
            '## Deadlines',
            table(
              ['deadline', 'title'],
              Object.entries(deadlines).map(([deadline, { title: called }]) => [
                `\`${deadline}\``,
                `${called.en} – ${called.fi} – ${called.sv}`,
              ]),
            ),
          ]),
      ...(mails.length === 0 ? [] : ['## Mails', mails.map((mail) => `\`${mail}\``).join(', ')]),
    ].join('\n\n') + '\n'
  );
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
