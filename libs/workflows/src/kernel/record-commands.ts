import { z } from 'zod';
import { label, lineField, textField } from '../fields';
import type { Issue } from './command';
import type { DocumentRecord } from './document';
import { documentAttached } from './document-commands';
import type { Instance, WorkflowEvent } from './instance';
import type { KernelCommand, Turn } from './kernel-command';
import type { PublicityClass, RecordsOf, Retention, WorkflowRecord } from './record';
import { publicityClasses, recordOfDocument } from './record';

/**
 * Official documents: a definition says which of its facts make one. What holds for a record until somebody says otherwise is changed
 * here, record by record; why it was changed is in the log.
 */

const classify = 'classify-record';
const recordClassified = 'RecordClassified';

type Classification = {
  record: string;
  publicity?: PublicityClass;
  ground?: string;
  retentionYears?: number;
  permanent?: boolean;
  caseNumber?: string;
  reason: string;
};

export const publicityTitles = {
  public: label('Julkinen', 'Offentlig', 'Public'),
  'partly-secret': label('Osittain salassa pidettävä', 'Delvis sekretessbelagd', 'Partly secret'),
  secret: label('Salassa pidettävä', 'Sekretessbelagd', 'Secret'),
};

const classification = z.strictObject({
  record: lineField(
    label('Asiakirja (tunnus, esimerkiksi r1)', 'Handling (id, till exempel r1)', 'Record (id, such as r1)'),
    10,
  ),
  publicity: z
    .enum(publicityClasses)
    .meta({ label: label('Julkisuusluokka', 'Offentlighetsklass', 'Publicity class'), options: publicityTitles })
    .optional(),
  ground: lineField(label('Salassapitoperuste', 'Sekretessgrund', 'Ground for secrecy'), 300).optional(),
  retentionYears: z
    .number()
    .int()
    .min(1)
    .max(150)
    .meta({ label: label('Säilytysaika vuosina', 'Förvaringstid i år', 'Retention in years') })
    .optional(),
  permanent: z
    .boolean()
    .meta({ label: label('Säilytetään pysyvästi', 'Förvaras varaktigt', 'Kept for ever') })
    .optional(),
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
  reason: textField(label('Syy', 'Orsak', 'Reason'), 2000),
});

export const recordCommands: Readonly<Record<string, KernelCommand>> = {
  [classify]: {
    title: label('Luokittele asiakirja', 'Klassificera en handling', 'Classify a record'),
    roles: ['admin', 'coordinator'],
    schema: classification,
    event: recordClassified,
    // What is secret and how long it is kept is often known late: also after the end, and while time stands still.
    whilePaused: true,
    isPossible: ({ life }) => (life.records ?? []).length > 0,
    check: (data: Classification, instance) => classificationIssues(data, instance),
    turn: classified,
  },
};

/** The workflow with what a fact says of records. */
export function withRecords(rules: RecordsOf | undefined, instance: Instance, event: WorkflowEvent): Instance {
  const { records = [] } = instance.life;
  const after = recordsAfter(rules?.[event.type], records, event);
  return after === records ? instance : { ...instance, life: { ...instance.life, records: after } };
}

function recordsAfter(
  rule: RecordsOf[string] | undefined,
  records: WorkflowRecord[],
  { type, seq, at, data }: WorkflowEvent,
): WorkflowRecord[] {
  const made = { id: `r${records.length + 1}`, fact: type, seq, registeredAt: at, ground: null };
  if (type === documentAttached) {
    const { document } = data as { document: DocumentRecord };
    const said = { kind: 'document' as const, caseNumber: document.caseNumber ?? null, document: document.id };
    return [...records, { ...made, ...said, ...recordOfDocument(document) }];
  }
  if (!rule) return records;
  const caseNumber = rule.caseNumber?.(data as never) ?? null;
  if ('makes' in rule) {
    const { makes: kind, publicity, retention } = rule;
    return [...records, { ...made, kind, caseNumber, publicity, retention }];
  }
  return records.map((record) =>
    record.kind === rule.registers
      ? { ...record, registeredAt: at, caseNumber: caseNumber ?? record.caseNumber }
      : record,
  );
}

function classified(instance: Instance, { data }: WorkflowEvent): Turn {
  const said = data as Classification;
  const records = (instance.life.records ?? []).map((record) =>
    record.id === said.record ? { ...record, ...changesOf(said, record) } : record,
  );
  return { instance: { ...instance, life: { ...instance.life, records } }, intents: [] };
}

function changesOf(said: Classification, record: WorkflowRecord): Partial<WorkflowRecord> {
  const publicity = said.publicity ?? record.publicity;
  return {
    publicity,
    ground: publicity === 'public' ? null : (said.ground ?? record.ground),
    retention: retentionSaid(said) ?? record.retention,
    caseNumber: said.caseNumber ?? record.caseNumber,
  };
}

function retentionSaid({ permanent, retentionYears }: Classification): Retention | undefined {
  if (permanent) return 'permanent';
  return retentionYears === undefined ? undefined : { years: retentionYears };
}

function classificationIssues(said: Classification, { life: { records = [] } }: Instance): Issue[] {
  const record = records.find(({ id }) => id === said.record);
  if (!record) return [unknownRecord(records)];
  const { publicity, ground } = changesOf(said, record);
  return [
    ...((publicity === 'secret' || publicity === 'partly-secret') && ground === null ? [groundMissing] : []),
    ...(publicity === 'public' && said.ground !== undefined ? [groundOfPublic] : []),
    ...(said.permanent && said.retentionYears !== undefined ? [retentionTwice] : []),
    ...(says(said) ? [] : [nothingSaid]),
  ];
}

function says({ publicity, ground, retentionYears, permanent, caseNumber }: Classification): boolean {
  return permanent === true || [publicity, ground, retentionYears, caseNumber].some((one) => one !== undefined);
}

function unknownRecord(records: readonly WorkflowRecord[]): Issue {
  const known = records.map(({ id }) => id).join(', ');
  const message = label(
    `Tällaista asiakirjaa ei ole. Työnkulun asiakirjat: ${known}.`,
    `Handlingen finns inte. Förloppets handlingar: ${known}.`,
    `There is no such record. Those of the workflow: ${known}.`,
  );
  return { path: 'record', code: 'unknown-record', message };
}

const groundMissing: Issue = {
  path: 'ground',
  code: 'ground-missing',
  message: label(
    'Kerro salassapidon peruste, esimerkiksi säännös.',
    'Ange grunden för sekretessen, till exempel en bestämmelse.',
    'Say on what ground it is secret, such as a provision.',
  ),
};
const groundOfPublic: Issue = {
  path: 'ground',
  code: 'ground-of-public',
  message: label(
    'Julkisella asiakirjalla ei ole salassapidon perustetta. Jätä kenttä tyhjäksi tai vaihda julkisuusluokka.',
    'En offentlig handling har ingen sekretessgrund. Lämna fältet tomt eller byt offentlighetsklass.',
    'A public record has no ground for secrecy. Leave it out, or give another publicity class.',
  ),
};
const retentionTwice: Issue = {
  path: 'retentionYears',
  code: 'retention-twice',
  message: label(
    'Anna joko säilytysaika vuosina tai pysyvä säilytys, älä molempia.',
    'Ange antingen förvaringstiden i år eller varaktig förvaring, inte båda.',
    'Give either the years or that it is kept for ever, not both.',
  ),
};
const nothingSaid: Issue = {
  path: '',
  code: 'nothing-changes',
  message: label(
    'Anna julkisuusluokka, säilytysaika tai asianumero.',
    'Ange offentlighetsklass, förvaringstid eller ärendenummer.',
    'Give a publicity class, a retention or a case number.',
  ),
};
