import { label } from '../fields';
import { ask, type Question } from '../information-request/question';

/** What the contact of an interface is asked before a meeting of the interface board. */
export function interfaceTopicsForm(): Question[] {
  return [
    ask.rows(
      'topics',
      label('Ehdotukset kokouksen asioiksi', 'Förslag till ärenden för sammanträdet', 'Proposed items of the meeting'),
      [
        ask.line('title', label('Asia', 'Ärende', 'Item'), { required: true }),
        ask.line('why', label('Miksi se on käsiteltävä', 'Varför det ska behandlas', 'Why it should be taken up')),
        ask.line(
          'outcome',
          label('Mitä kokouksen pitäisi päättää', 'Vad sammanträdet borde besluta', 'What to decide'),
        ),
        ask.link('attachment', label('Linkki liitteeseen', 'Länk till bilaga', 'Link to an attachment')),
      ],
      { rows: 3 },
    ),
    ask.text(
      'status',
      label(
        'Yhdyspinnan tilanne: mitä on meneillään?',
        'Läget i kontaktytan: vad är på gång?',
        'Status of the interface: what is going on?',
      ),
    ),
    ask.text(
      'questions',
      label(
        'Kysymykset muille yhdyspinnoille',
        'Frågor till de andra kontaktytorna',
        'Questions to the other interfaces',
      ),
    ),
  ];
}
