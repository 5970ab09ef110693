import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with how often, how slowly or how much somebody asks. */
export const protectionKinds = {
  'too-many-requests': kind(
    429,
    text('Pyyntöjä on liikaa', 'För många begäranden', 'Too many requests'),
    text(
      'Odota otsakkeen Retry-After kertoma aika sekunteina ja yritä uudelleen.',
      'Vänta den tid i sekunder som huvudfältet Retry-After anger och försök igen.',
      'Wait for the time that the header Retry-After gives in seconds, and try again.',
    ),
  ),
  'request-timeout': kind(
    408,
    text('Pyyntö ei tullut perille ajoissa', 'Begäran kom inte fram i tid', 'The request did not arrive in time'),
    text(
      'Lähetä otsakkeet 10 sekunnissa ja koko pyyntö 2 minuutissa.',
      'Skicka huvudfälten inom 10 sekunder och hela begäran inom 2 minuter.',
      'Send the headers within 10 seconds and the whole request within 2 minutes.',
    ),
  ),
  'headers-too-large': kind(
    431,
    text('Otsakkeet ovat liian suuria', 'Huvudfälten är för stora', 'The headers are too large'),
    text(
      'Osoitteen ja otsakkeiden enimmäiskoko on yhteensä 16 kt.',
      'Adressen och huvudfälten får tillsammans vara högst 16 kB.',
      'The address and the headers together may have 16 KB at most.',
    ),
  ),
};
