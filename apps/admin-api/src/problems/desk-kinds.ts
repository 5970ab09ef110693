import { text } from '../language/text';
import { kind } from './kind';

/** What can stand against somebody at the desk in the browser. */
export const deskKinds = {
  'foreign-form': kind(
    403,
    text(
      'Lomake ei ole tämän istunnon sivulta',
      'Formuläret hör inte till den här sessionen',
      'The form is not of this session',
    ),
    text(
      'Mitään ei tallennettu. Avaa sivu uudelleen ja lähetä tiedot siltä.',
      'Ingenting sparades. Öppna sidan på nytt och skicka uppgifterna därifrån.',
      'Nothing was saved. Open the page again and send it from there.',
    ),
  ),
};
