import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@app/domain';
import { templateNames } from '@app/mail';
import { commandsOf, definitions, factsOf, hasWords, namingOf, wordsOf } from '@app/workflows';
import { exampleRegister } from '../support/example-area';
import { inWords, recordedEvents, type ToldEvent } from '../support/told-events';
import { unrecordedEvents } from '../support/unrecorded-events';

const naming = namingOf(exampleRegister());
const told = [...recordedEvents(), ...unrecordedEvents()];

/** Past-tense names of events, wherever the sources write one. */
function typesIn(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(join(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const found = sources.flatMap((file) =>
    [...readFileSync(join(__dirname, '../..', folder, file), 'utf8').matchAll(pattern)].map(
      ([, ...types]) => types.find(Boolean) ?? '',
    ),
  );
  return [...new Set(found)].sort();
}

const consequences = typesIn('libs/workflows/src/kernel', /record\(result, '(\w+)'/g);
// Names of several words in capitals that a statement or a call writes as the type of an event.
const streamTypes = ['libs/store/src', 'apps/engine/src'].flatMap((folder) =>
  typesIn(folder, /'(?:fact|consequence)', '([A-Z]\w+)'|type: '([A-Z]\w+)'/g),
);

describe('the words of the log', () => {
  it.each(definitions.map((definition) => [definition.name, definition] as const))(
    'say what each event of %s is',
    (name, definition) => {
      const facts = [definition.start.event, ...Object.values(commandsOf(definition)).flatMap(factsOf)];
      const types = [...new Set([...facts, 'WorkflowMigrated', ...consequences])];
      expect(types.filter((type) => !hasWords(type, name))).toEqual([]);
    },
  );

  it('say what the events of all other streams are', () => {
    expect(consequences.length).toBeGreaterThan(10);
    expect(streamTypes).toEqual(expect.arrayContaining(['TaskOpened', 'LogKeyChanged']));
    expect(streamTypes.filter((type) => type !== '' && !hasWords(type))).toEqual([]);
  });

  it('call every mail by what it is', () => {
    const owed = (template: string) =>
      wordsOf(
        {
          type: 'NotificationOwed',
          role: 'clock',
          data: { template, to: { organisation: '111', audience: 'respondent' } },
        },
        {},
        naming,
        'sv',
      );
    expect(templateNames.filter((template) => owed(template).includes(`(${template})`))).toEqual([]);
  });

  it('are whole sentences in every language', () => {
    const faults = told.flatMap((item) =>
      Object.entries(inWords(item, naming)).flatMap(([language, sentence]) =>
        faultsIn(sentence).map((fault) => `${language} ${item.definition} ${item.event.type}: ${fault}: ${sentence}`),
      ),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('say of each type what the page of the log says', () => {
    const path = join(__dirname, '../../docs/event-words.md');
    const page = pageOf(told);
    // Written anew by: UPDATE_DOCS=1 npm test -- unit event-words
    if (process.env.UPDATE_DOCS) writeFileSync(path, page);
    expect(readFileSync(path, 'utf8')).toBe(page);
  });

  it('say of an event of newer software, and of one whose content is gone, that it is one', () => {
    const event = { type: 'SomethingNew', role: 'clock' as const };
    expect(wordsOf({ ...event, data: {} }, {}, naming, 'fi')).toBe(
      'Kirjattiin tapahtuma, jota tämä ohjelmaversio ei tunne (SomethingNew).',
    );
    expect(wordsOf({ ...event, type: 'TaskOpened', data: undefined }, {}, naming, 'en')).toBe(
      'The content of the event has been disposed of at the end of its retention (TaskOpened).',
    );
  });

  it('do without a register, and without what an event should say', () => {
    const bare = namingOf(undefined);
    for (const item of told)
      for (const language of languages) {
        const empty = { type: item.event.type, role: item.event.actor.role, data: {} };
        expect(wordsOf(empty, { definition: item.about.definition }, bare, language)).toMatch(/\.$/);
      }
  });
});

function faultsIn(sentence: string): string[] {
  const faults: [string, RegExp][] = [
    ['does not begin like a sentence', /^[^\p{Lu}]/u],
    ['does not end like one', /[^.]$/],
    ['has a gap', / {2}|\( ?\)| [.,;:)]|\( |: \.|–\.|: \(|””|undefined|null|NaN|\[object/],
    ['has a name of the code', /(?<![\p{L}./-])\p{Ll}+\p{Lu}\p{Ll}+/u],
  ];
  return faults.filter(([, pattern]) => pattern.test(sentence)).map(([fault]) => fault);
}

/** One example of each type, the same wherever it stands. */
function pageOf(items: readonly ToldEvent[]): string {
  const sections = [...new Set(items.map(({ definition }) => definition))].sort();
  const lines = sections.flatMap((section) => {
    const ofSection = items.filter(({ definition }) => definition === section);
    const types = [...new Set(ofSection.map(({ event }) => event.type))].sort();
    const own = types.filter((type) => section === 'other streams' || !isShared(type));
    return own.length === 0 ? [] : [`## ${section}`, '', ...own.flatMap((type) => entryOf(type, ofSection)), ''];
  });
  const shared = [...new Set(items.map(({ event }) => event.type).filter(isShared))].sort();
  return [
    '# What the log says, in plain words',
    '',
    '<!-- Generated from recorded histories; a test compares. Do not edit. -->',
    '',
    'One example of each type of event, as the API and the CSV say it. Organisations are named from the register when the log is read.',
    '',
    '## every workflow',
    '',
    ...shared.flatMap((type) => entryOf(type, items)),
    '',
    ...lines,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function isShared(type: string): boolean {
  return hasWords(type) && !told.some(({ definition, event }) => definition === 'other streams' && event.type === type);
}

function entryOf(type: string, items: readonly ToldEvent[]): string[] {
  const item = items.find(({ event }) => event.type === type);
  if (!item) return [];
  const { fi, sv, en } = inWords(item, naming);
  return [`- \`${type}\``, `  - ${fi}`, `  - ${sv}`, `  - ${en}`];
}
