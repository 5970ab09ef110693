import { helsinkiDate, type Language, type Register, taskWords } from '@app/domain';
import { ComposeError, MailDataError, previewMail } from '@app/mail';
import type { Foreseen, ForeseenStep, Store } from '@app/store';
import {
  deadlineMoves,
  definitionOf,
  type Instance,
  namingOf,
  type StreamFacts,
  tell,
  type WorkflowEvent,
} from '@app/workflows';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller, readsAll } from '../access/caller';
import { STORE } from '../store.token';
import type { ForeseenView } from './foreseen.schema';
import type { WouldDo } from './step-desk';
import { summaryOf } from './workflow.view';

type Told = Omit<ForeseenView, 'dryRun' | 'replayed' | 'workflow'>;
type Reader = { register: Register | undefined; language: Language };

const nothing: Told = { started: [], events: [], deadlines: [], mails: [], tasks: [], refused: [] };

/** Says in words what a step would do; names and addresses are those of the register as it stands. */
@Injectable()
export class ForeseenAnswer {
  constructor(@Inject(STORE) private readonly store: Store) {}

  async of(would: WouldDo, caller: Caller, language: Language): Promise<ForeseenView> {
    const [view] = await this.ofAll([would], caller, language);
    if (!view) throw new Error('One step has one answer');
    return view;
  }

  /** One answer for each, in their order; the register is read once. */
  async ofAll(would: readonly WouldDo[], caller: Caller, language: Language): Promise<ForeseenView[]> {
    const { county } = caller;
    const register = await this.store.register.read(county);
    const standing = would.map((one) => (one.outcome === 'foreseen' ? one.foreseen.instance : one.instance));
    const handedOver = await this.store.deliveries.handedOver(
      county,
      standing.map(({ id }) => id),
    );
    return would.map((one, index) => ({
      dryRun: true,
      replayed: one.outcome !== 'foreseen',
      workflow: summaryOf(standing[index] as Instance, { handedOver, mayReadAll: readsAll(caller) }, language),
      ...(one.outcome === 'foreseen' ? toldOf(one.foreseen, { register, language }) : nothing),
    }));
  }
}

function toldOf({ steps, refused, now }: Foreseen, reader: Reader): Told {
  const { language, register } = reader;
  const moved = steps.flatMap(({ workflows }) => workflows);
  return {
    started: moved.filter(({ before }) => before === null).map(({ instance }) => startedView(instance, language)),
    events: steps.flatMap((step) => eventsOf(step, reader)),
    deadlines: deadlineMoves(moved).map(({ title, ...move }) => ({ ...move, title: title[language] })),
    mails: steps.flatMap(({ mails }) => mails.map((mail) => mailView(mail, register, helsinkiDate(now)))),
    tasks: steps.flatMap(({ tasks }) => tasks.map((task) => taskView(task, language))),
    refused: refused.map(({ workflow, refused: { code, detail } }) => ({ workflow, code, detail: detail[language] })),
  };
}

function startedView({ id, definition, context }: Instance, language: Language): Told['started'][number] {
  const known = definitionOf(definition);
  return {
    id,
    definition: { ...definition, title: known.title[language] },
    organisations: known.concerns(context as never),
  };
}

function eventsOf({ workflows, mails, events }: ForeseenStep, { register, language }: Reader): Told['events'] {
  const naming = namingOf(register);
  const about = new Map<string, StreamFacts>([
    ...workflows.map(({ instance }): [string, StreamFacts] => [instance.id, factsOf(instance)]),
    ...mails.map(({ id, template, to }): [string, StreamFacts] => [
      id,
      { definition: null, mail: { template, ...to } },
    ]),
  ]);
  return events.map((event: WorkflowEvent) => {
    const { stream, seq, kind, type, data, at, actor, note = null } = event;
    const facts = about.get(stream) ?? { definition: null };
    const told = {
      position: null,
      epoch: 0,
      stream,
      seq,
      kind,
      type,
      at,
      actor,
      note,
      body: JSON.stringify(data),
      about: facts,
    };
    return { stream, seq, kind, type, words: tell(told, naming, language) };
  });
}

/** Definitions whose workflows ask one organisation for one thing say so in what they know. */
function factsOf({ definition, context }: Instance): StreamFacts {
  const { organisation, title = null } = context as {
    organisation?: string;
    title?: NonNullable<StreamFacts['asked']>['title'];
  };
  return { definition, ...(typeof organisation === 'string' && { asked: { organisation, title } }) };
}

function mailView(
  { workflow, template, to, data, link = false, leavesAt }: ForeseenStep['mails'][number],
  register: Register | undefined,
  on: ReturnType<typeof helsinkiDate>,
): Told['mails'][number] {
  const nobody = { organisation: to.organisation, audience: to.audience, contact: null, via: null };
  const unwritten = { workflow, template, to: nobody, language: null, subject: null, leavesAt };
  if (!register) return unwritten;
  try {
    const { to: reader, mail } = previewMail({ notification: { template, to, data }, register, on, link });
    const { language, ...recipient } = reader;
    return { ...unwritten, to: recipient, language, subject: mail.subject };
  } catch (error) {
    // What the register lacks would be a task for a person when the mail is to leave; it stops no step.
    if (error instanceof ComposeError || error instanceof MailDataError) return unwritten;
    throw error;
  }
}

function taskView(
  { workflow, key, ...step }: ForeseenStep['tasks'][number],
  language: Language,
): Told['tasks'][number] {
  if (!step.open) return { workflow, key, opens: false, kind: null, title: null, organisation: null };
  const { kind, organisation = null } = step;
  return { workflow, key, opens: true, kind, title: taskWords(kind).title[language], organisation };
}
