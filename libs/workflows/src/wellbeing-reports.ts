import { z } from 'zod';
import { dateField, label, lineField, linkField } from './fields';
import type { CommandDefinition } from './kernel/definition';
import { hearingForm } from './kernel/follows';

/** How the wellbeing report on a year reaches the negotiation of the next one. */

/** The report as it is published: the council's decision on it, and where it can be read. */
const publishedReport = z.strictObject({
  handledOn: dateField(label('Käsitelty valtuustossa', 'Behandlad i fullmäktige', 'Handled by the council on')),
  section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20),
  document: linkField(label('Linkki kertomukseen', 'Länk till berättelsen', 'Link to the report')).optional(),
});
type PublishedReport = z.infer<typeof publishedReport>;

/** The report as it was heard of; `from` is the workflow that published it. */
export type NotedReport = PublishedReport & { from: string };

/** Where the wellbeing report on a year is published. */
export function reportTopic(yearReported: number): string {
  return `report/${yearReported}`;
}

/** How a workflow hears of the report. */
export const noteReport: CommandDefinition<unknown> = {
  title: label('Merkitse hyvinvointikertomus', 'Anteckna välfärdsberättelsen', 'Note the wellbeing report'),
  roles: ['workflow'],
  schema: hearingForm(publishedReport),
  event: 'ReportNoted',
  record: ({ from, data }: { from: string; data: PublishedReport }): NotedReport => ({ from, ...data }),
};
