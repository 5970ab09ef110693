import { municipalitiesOn, yearOf, type Register } from '@app/domain';
import { participantsOf } from '../scenario/behaviour';
import { boardWords } from '../scenario/texts';
import type { Casting } from './casting';

/** The county's coordinator in a meeting of the interface board, from the request for topics to the published minutes. */
export function castInterfaceBoard({ world: { register }, entry, steps }: Casting): void {
  const { on } = steps;
  const { topics = [] } = entry;
  const municipalities = municipalitiesOn(register, on('meeting'));
  const items = topics.map((topic) => ({ ...boardWords.item(interfaceName(register, topic)), from: topic }));
  const document = boardWords.document(entry.id);
  steps.step('topicsAsked', 'ask-topics');
  steps.step('itemsReady', 'record-items', { items });
  steps.step('agenda', 'send-agenda', { text: boardWords.invitation, document });
  steps.take(steps.after('meeting'), 'record-meeting', {
    heldOn: on('meeting'),
    openedAt: '09:00',
    present: [{ organisation: register.county.code, people: 4 }, ...participantsOf(municipalities)],
    quorate: true,
    quorumRule: boardWords.quorumRule,
    examiners: examinersOf(register, topics),
    decisions: items.map(({ title }) => ({ item: title, ...boardWords.decision })),
    statuses: register.interfaces
      .filter(({ years }) => years.includes(yearOf(on('meeting'))))
      .map(({ id }) => ({ interface: id, status: boardWords.status })),
    questions: [boardWords.question],
  });
  steps.step('minutes', 'record-minutes', { document, examinedOn: on('minutes') });
  steps.step('published', 'publish', { document, extractsTo: municipalities.map(({ id }) => id) });
}

/** Contacts of the first topic, from two municipalities. */
function examinersOf({ contacts, organisations }: Register, [topic = '']: readonly string[]): string[] {
  return organisations
    .flatMap(({ id }) => contacts.find(({ of, interfaces }) => of === id && interfaces.includes(topic)) ?? [])
    .slice(0, 2)
    .map(({ id }) => id);
}

function interfaceName({ interfaces }: Register, id: string): string {
  return interfaces.find((one) => one.id === id)?.name.fi ?? id;
}
