import { type CivilDate, dutyOf } from '@app/domain';
import { label, reasonForm } from '../fields';
import type { Refusal } from '../kernel/definition';
import { defineWorkflow } from '../kernel/definition';
import { historyChart } from './history-entry.chart';
import { daysOf, historyCorrection, historyInput, type HistoryContext, type HistoryInput } from './history-entry.data';
import { historyEvidence } from './history-entry.evidence';

const staff = ['admin', 'coordinator'] as const;

const stillAhead = label(
  'Päivä on vielä edessä. Historiaan kirjataan vain sitä, mikä on tapahtunut.',
  'Dagen har inte kommit ännu. Bara det som har skett antecknas i historiken.',
  'The day is still ahead. Only what has happened is entered as history.',
);

const refusals: Record<string, Refusal<HistoryContext>> = {
  notInTheFuture: { code: 'too-early', detail: () => stillAhead },
};

/**
 * What fulfilled a statutory duty before the product was in use, or outside it: an earlier year's negotiation, a municipality's
 * report to its own council. No act requires the entry; the event tells when and by whom it was made.
 */
export const historyEntry = defineWorkflow<HistoryContext>({
  name: 'history-entry',
  version: 1,
  title: { fi: 'Historiamerkintä', sv: 'Historikanteckning', en: 'History entry' },
  basis: null,
  start: {
    event: 'HistoryRecorded',
    title: { fi: 'Kirjaa tapahtunut', sv: 'Anteckna det som har skett', en: 'Record what has happened' },
    schema: historyInput,
    roles: staff,
    check: (data: HistoryInput, today: CivilDate) =>
      daysOf(data)
        .filter(({ on }) => on > today)
        .map(({ path }) => ({ path, code: 'too-early', message: stillAhead })),
  },
  chart: historyChart,
  commands: {
    correct: {
      title: { fi: 'Korjaa merkintä', sv: 'Rätta anteckningen', en: 'Correct the entry' },
      roles: staff,
      schema: historyCorrection,
      event: 'HistoryCorrected',
    },
    strike: {
      title: { fi: 'Poista virheellinen merkintä', sv: 'Stryk den felaktiga anteckningen', en: 'Strike the entry' },
      roles: staff,
      schema: reasonForm,
      event: 'HistoryStruck',
    },
  },
  refusals,
  deadlines: {},
  mails: [],
  parties: ({ county }) => ({ coordinator: [county] }),
  concerns: ({ county, organisation = county, participants = [], answers = [], handlings = [] }) => [
    ...new Set([organisation, ...[...participants, ...answers, ...handlings].map((named) => named.organisation)]),
  ],
  matter: ({ duty }) => dutyOf(duty).title,
  evidence: historyEvidence,
});
