import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with a task that is closed, or a delivery report that is passed on. */
export const deliveryKinds = {
  'task-closed': kind(
    409,
    text('Tehtävä on jo suljettu', 'Uppgiften är redan stängd', 'The task has been closed already'),
    text(
      'Tehtävän tiedoista näet, kuka sen sulki ja milloin.',
      'Av uppgiften framgår vem som stängde den och när.',
      'The task says who closed it and when.',
    ),
  ),
  'not-a-report': kind(
    422,
    text('Viesti ei ole toimitusraportti', 'Meddelandet är ingen leveransrapport', 'The mail is no delivery report'),
    text(
      'Lähetä toimitusraportti (RFC 3464) sellaisena kuin se tuli.',
      'Skicka leveransrapporten (RFC 3464) så som den kom.',
      'Send the delivery report (RFC 3464) as it came.',
    ),
  ),
  'report-too-large': kind(
    413,
    text('Raportti on liian suuri', 'Rapporten är för stor', 'The report is too large'),
    text('Raportin enimmäiskoko on 1 Mt.', 'En rapport får vara högst 1 MB.', 'A report may have 1 MB at most.'),
  ),
};
