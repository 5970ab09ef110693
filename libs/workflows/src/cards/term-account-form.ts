import { label } from '../fields';
import { ask, type Question } from '../information-request/question';

/** The municipality's extensive wellbeing account and plan, as its council has handled them and as the county receives them. */
export function termAccountForm(): Question[] {
  return [
    ask.link(
      'account',
      label('Linkki hyvinvointikertomukseen', 'Länk till välfärdsberättelsen', 'Link to the account'),
      {
        required: true,
      },
    ),
    ask.link('plan', label('Linkki hyvinvointisuunnitelmaan', 'Länk till välfärdsplanen', 'Link to the plan')),
    ask.date('councilOn', label('Valtuuston kokouspäivä', 'Fullmäktiges sammanträdesdag', 'Day of the council'), {
      required: true,
    }),
    ask.line('councilSection', label('Pykälä', 'Paragraf', 'Section number'), { required: true }),
    ask.line('caseNumber', label('Asianumero', 'Ärendenummer', 'Case number')),
  ];
}
