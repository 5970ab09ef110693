import type { Json } from '@app/workflows';

type Asked = { id: string; kind?: string; required?: boolean; options?: { id: string }[]; columns?: Asked[] };

/** Something that answers every question of a request. */
export function anAnswerTo(request: Json): Record<string, Json> {
  const { questions } = request as unknown as { questions: Asked[] };
  return Object.fromEntries(questions.map((question) => [question.id, valueOf(question)]));
}

function valueOf({ kind = 'text', options, columns = [] }: Asked): Json {
  switch (kind) {
    case 'number':
      return 2026;
    case 'date':
      return '2026-03-02';
    case 'link':
      return 'https://asikkala.example.invalid/kertomus';
    case 'choice':
      return options?.[0]?.id ?? '';
    case 'rows':
      return [Object.fromEntries(columns.map((column) => [column.id, valueOf(column)]))];
    default:
      return 'Liikunta.';
  }
}
