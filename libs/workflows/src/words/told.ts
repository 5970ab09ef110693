import type { Citation, Language, Text } from '@app/domain';
import type { TaskKind } from '@app/domain';
import { citations, citationText, taskKinds, taskWords } from '@app/domain';
import { label } from '../fields';
import type { Json, Role } from '../kernel/command';
import type { AnyDefinition } from '../kernel/definition';
import type { WorkflowEvent } from '../kernel/instance';
import { dayIn, dayWords, timeWords } from './days';
import { recordOf, textOf } from './json-values';
import type { Named, Naming } from './naming';

/** An event to be put into words. */
export type TellableEvent = Pick<WorkflowEvent, 'type' | 'data'> & { role: Role };

/** What is known of the stream that an event stands in, as it was when the event happened. */
export type About = {
  /** Of a workflow's stream; undefined for other streams, and where the version is not known here. */
  definition?: AnyDefinition | undefined;
  /** Who is asked, or whose bodies handle the matter: of requests and handlings. */
  organisation?: string | undefined;
  /** What is asked for or handled. */
  title?: Text | undefined;
  /** Of a notification's stream. */
  mail?: { template: string; organisation: string; audience: string } | undefined;
  /** Of a task's stream. */
  task?: { kind: string; organisation?: string | undefined } | undefined;
};

/** One sentence on each kind of event, in every language. */
export type Sentence = Record<Language, (told: Told) => string>;
export type Sentences = Readonly<Record<string, Sentence>>;

/** Dates of plans that are no deadlines of the workflow itself. */
const dateTitles: Readonly<Record<string, Text>> = {
  assignmentDue: label('Vastaa ennakkotehtävään', 'Svara på förhandsuppgiften', 'Answer the advance assignment'),
  acknowledgements: label(
    'Kunnat käsittelevät tuloksen',
    'Kommunerna behandlar resultatet',
    'The municipalities handle the result',
  ),
  hyteBoard: label('Hyte-lautakunta käsittelee', 'Hyte-nämnden behandlar', 'The board handles it'),
  countyExecutive: label('Aluehallitus käsittelee', 'Välfärdsområdesstyrelsen behandlar', 'The executive handles it'),
  countyCouncil: label('Aluevaltuusto käsittelee', 'Välfärdsområdesfullmäktige behandlar', 'The council handles it'),
};

const actors: Record<Language, Record<Role, string>> = {
  fi: {
    admin: 'Pääkäyttäjä',
    coordinator: 'Koordinaattori',
    auditor: 'Tarkastaja',
    operator: 'Ylläpitäjä',
    service: 'Liitetty järjestelmä',
    respondent: 'Vastaaja',
    clock: 'Järjestelmä',
    workflow: 'Järjestelmä',
  },
  sv: {
    admin: 'Administratören',
    coordinator: 'Koordinatorn',
    auditor: 'Granskaren',
    operator: 'Den driftsansvariga',
    service: 'Ett anslutet system',
    respondent: 'Den som svarar',
    clock: 'Systemet',
    workflow: 'Systemet',
  },
  en: {
    admin: 'The administrator',
    coordinator: 'The coordinator',
    auditor: 'The auditor',
    operator: 'The operator',
    service: 'A connected system',
    respondent: 'The respondent',
    clock: 'The system',
    workflow: 'The system',
  },
};

const and: Record<Language, string> = { fi: 'ja', sv: 'och', en: 'and' };
const because: Record<Language, string> = { fi: 'syy', sv: 'orsak', en: 'reason' };
const quotes: Record<Language, readonly [string, string]> = { fi: ['”', '”'], sv: ['”', '”'], en: ['“', '”'] };
/** More names than these are counted. */
const namedAtMost = 4;
const others: Record<Language, (count: number) => string> = {
  fi: (count) => `${count} muuta`,
  sv: (count) => `${count} andra`,
  en: (count) => `${count} others`,
};

/** An event for the words of one language: what it says, with days, names and reasons as that language writes them. Missing data leave gaps, never errors. */
export class Told {
  readonly data: Readonly<Record<string, Json>>;

  constructor(
    private readonly event: TellableEvent,
    readonly about: About,
    private readonly naming: Naming,
    private readonly language: Language,
  ) {
    const { data } = event;
    this.data = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  }

  /** Who did it, by role, at the beginning of the sentence. A respondent is the organisation that is asked. */
  get who(): string {
    const { role } = this.event;
    const { organisation } = this.about;
    if (role === 'respondent' && organisation !== undefined) return capital(this.organisation(organisation).name);
    return actors[this.language][role];
  }

  /** Whether the organisation itself did it. */
  get byRespondent(): boolean {
    return this.event.role === 'respondent';
  }

  /** Whether it followed from what somebody did elsewhere, and nobody did it for its own sake. */
  get byItself(): boolean {
    return ['clock', 'workflow', 'respondent'].includes(this.event.role);
  }

  /** The organisation that is asked, or whose bodies handle the matter. */
  get asked(): Named {
    return this.organisation(this.about.organisation ?? '');
  }

  /** What the workflow is about, in quotation marks with a space before it; nothing where that is not known. */
  get matter(): string {
    return this.about.title ? ` ${this.quoted(this.about.title[this.language])}` : '';
  }

  organisation(id: string): Named {
    return this.naming.organisation(id, this.language);
  }

  /** The organisation that the field names. */
  of(field: string): Named {
    return this.organisation(this.text(field));
  }

  /** The body that the field names. */
  body(field = 'body'): string {
    return this.bodyOf(this.text(field));
  }

  bodyOf(id: string): string {
    return this.naming.body(id, this.language);
  }

  /** The field as one line without its full stop; empty where it is missing. */
  text(field: string): string {
    return textOf(this.data[field]);
  }

  /** The field in the reader's language, where it has several. */
  textIn(field: string): string {
    const value = this.data[field];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return textOf(value);
    return textOf(value[this.language] ?? value.fi);
  }

  has(field: string): boolean {
    const value = this.data[field];
    return value !== undefined && value !== null && value !== '';
  }

  is(field: string): boolean {
    return this.data[field] === true;
  }

  /** What `words` says, where the field is there. */
  where(field: string, words: (value: string) => string): string {
    return this.has(field) ? words(this.text(field)) : '';
  }

  list(field: string): Json[] {
    const value = this.data[field];
    return Array.isArray(value) ? value : [];
  }

  nested(field: string): Readonly<Record<string, Json>> {
    return recordOf(this.data[field]);
  }

  /** The field's day with its weekday: 'ma 17.8.2026', 'måndagen den 17 augusti 2026', 'Mon 17 August 2026'. */
  day(field: string): string {
    return this.dayOf(this.data[field]);
  }

  /** The same of a day or moment; what is neither stands as it is. */
  dayOf(value: Json | undefined): string {
    const on = dayIn(value);
    if (!on) return textOf(value);
    return dayWords(on, this.language);
  }

  /** A time of day as the language writes it: 'klo 8.30', 'kl. 8.30', '8:30'. */
  timeOf(at: Json | undefined): string {
    return timeWords(textOf(at), this.language);
  }

  /** ' (syy: …)' where a reason is given. */
  get why(): string {
    return this.where('reason', (reason) => ` (${because[this.language]}: ${reason})`);
  }

  /** In quotation marks; with `value` of the language's own. */
  quoted(text: string): string {
    const [open, close] = quotes[this.language];
    return `${open}${text}${close}`;
  }

  /** What the deadline that the field names is called. */
  deadline(field: string): string {
    return this.deadlineOf(this.text(field));
  }

  deadlineOf(name: string): string {
    return (this.about.definition?.deadlines[name]?.title ?? dateTitles[name])?.[this.language] ?? name;
  }

  /** ' (laki …, 7 §)' where an act sets the deadline, or a note of what the date is otherwise. */
  citation(field: string): string {
    const citation: Citation | undefined = this.about.definition?.deadlines[this.text(field)]?.citation;
    return citation ? citationText(citation, this.language) : '';
  }

  /** The act that the field names in the catalogue of citations; empty where it names none. */
  act(field: string): string {
    const name = this.text(field);
    return name in citations ? citationText(citations[name as keyof typeof citations], this.language) : '';
  }

  /** What a task of the kind is called. */
  task(kind: string): string {
    return (taskKinds as readonly string[]).includes(kind) ? taskWords(kind as TaskKind).title[this.language] : kind;
  }

  /** The definition's own basis in law; empty where it has none. */
  get basis(): string {
    const basis = this.about.definition?.basis;
    return basis ? ` (${citationText(basis, this.language)})` : '';
  }

  /** Organisations by name; when there are many, the first ones and how many more. */
  names(ids: readonly string[]): string {
    const names = ids.map((id) => this.organisation(id).name);
    if (names.length <= namedAtMost) return this.joined(names);
    const first = names.slice(0, namedAtMost - 1);
    return `${first.join(', ')} ${and[this.language]} ${others[this.language](names.length - first.length)}`;
  }

  joined(parts: readonly string[]): string {
    if (parts.length < 2) return parts.join('');
    return `${parts.slice(0, -1).join(', ')} ${and[this.language]} ${parts.at(-1) ?? ''}`;
  }
}

/** A number and its noun: '1 kunta', '10 kuntaa'. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
