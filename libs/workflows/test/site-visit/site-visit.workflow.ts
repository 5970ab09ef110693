import { label, reasonForm } from '../../src/fields';
import { clockCommands } from '../../src/kernel/clock-commands';
import { defineWorkflow } from '../../src/kernel/definition';
import { visitChart } from './site-visit.chart';
import { visitInput, visitNote, visitStep, visitTitle, type VisitContext } from './site-visit.data';

const staff = ['admin', 'coordinator'] as const;

/** The county visits an organisation on a day that the two have agreed on. No act requires it. */
export const siteVisit = defineWorkflow<VisitContext>({
  name: 'site-visit',
  version: 1,
  title: visitTitle,
  basis: null,
  start: {
    event: 'VisitRequested',
    title: label('Sovi vierailu', 'Kom överens om ett besök', 'Arrange a visit'),
    schema: visitInput,
    roles: staff,
  },
  chart: visitChart,
  commands: {
    ...clockCommands,
    'record-visit': {
      title: label('Kirjaa vierailu', 'Anteckna besöket', 'Record the visit'),
      roles: staff,
      schema: visitNote,
      event: 'VisitHeld',
    },
    cancel: {
      title: label('Peru vierailu', 'Ställ in besöket', 'Cancel the visit'),
      roles: staff,
      schema: reasonForm,
      event: 'VisitCancelled',
    },
  },
  refusals: {
    notInTheFuture: {
      code: 'too-early',
      detail: () =>
        label('Päivä on vielä edessä.', 'Dagen har inte kommit ännu.', 'The day of the visit is still ahead.'),
    },
  },
  deadlines: {
    visit: { title: visitStep, askedOf: ({ county }) => [{ organisation: county, audience: 'coordinator' }] },
  },
  mails: ['step-due', 'step-overdue'],
  parties: ({ county }) => ({ visitor: [county] }),
  concerns: ({ county, organisation }) => [county, organisation],
  matter: ({ place }) => label(`Paikkavierailu: ${place}`, `Platsbesök: ${place}`, `Site visit: ${place}`),
});
