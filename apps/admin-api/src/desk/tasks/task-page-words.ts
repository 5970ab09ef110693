import type { Text } from '@app/domain';
import { text } from '../../language/text';

export const taskPageWords = {
  title: text('Tehtävät', 'Uppgifter', 'Tasks'),
  none: text(
    'Näillä ehdoilla ei ole tehtäviä.',
    'Inga uppgifter motsvarar villkoren.',
    'No task fits these conditions.',
  ),
  open: text('Avoinna', 'Öppen', 'Open'),
  closed: text('Suljettu', 'Stängd', 'Closed'),
  openedAt: text('Avattu', 'Öppnad', 'Opened'),
  closedAt: text('Suljettu', 'Stängd', 'Closed'),
  happened: text('Mitä on tapahtunut', 'Vad som har hänt', 'What has happened'),
  matters: text('Miksi sillä on merkitystä', 'Varför det spelar roll', 'Why it matters'),
  todo: text('Mitä voi tehdä', 'Vad som kan göras', 'What can be done'),
  note: text('Mitä tehtiin', 'Vad som gjordes', 'What was done'),
  message: text('Viesti', 'Meddelande', 'Message'),
  close: text('Sulje tehtävä', 'Stäng uppgiften', 'Close the task'),
  closeHow: text(
    'Tehtävä sulkeutuu itsestään, kun sen syy poistuu. Sulje se itse, kun asia on hoidettu.',
    'Uppgiften stängs av sig själv när orsaken försvinner. Stäng den själv när saken är skött.',
    'It closes by itself when its cause comes right. Close it yourself when it has been seen to.',
  ),
  noteHelp: text(
    'Jää tehtävään, ei tapahtumalokiin. Enintään 2000 merkkiä.',
    'Blir kvar i uppgiften, inte i händelseloggen. Högst 2000 tecken.',
    'It stays with the task and is not in the event log. Up to 2,000 characters.',
  ),
  noteMissing: text('Kirjoita, mitä tehtiin.', 'Skriv vad som gjordes.', 'Write what was done.'),
  done: text('Tehtävä on suljettu.', 'Uppgiften har stängts.', 'The task is closed.'),
} as const satisfies Record<string, Text>;
