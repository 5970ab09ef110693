import type { Text } from '@app/domain';
import { text } from '../../language/text';

export const signInWords = {
  title: text('Kirjaudu sisään', 'Logga in', 'Sign in'),
  lead: text(
    'Kirjaudu hyvinvointialueen avaimella. Avaimen saat hyvinvointialueen pääkäyttäjältä.',
    'Logga in med välfärdsområdets nyckel. Nyckeln får du av välfärdsområdets huvudanvändare.',
    'Sign in with a key of the county. You get it from the county’s administrator.',
  ),
  key: text('Avain', 'Nyckel', 'Key'),
  keyHelp: text('Alkaa merkeillä vk_.', 'Börjar med vk_.', 'Begins with vk_.'),
  lasts: text(
    'Istunto päättyy, kun kirjaudut ulos, kun sivuja ei ole avattu tuntiin tai viimeistään 12 tunnin kuluttua.',
    'Sessionen avslutas när du loggar ut, när inga sidor har öppnats på en timme eller senast efter 12 timmar.',
    'The session ends when you sign out, when no page has been opened for an hour, or after 12 hours.',
  ),
  button: text('Kirjaudu', 'Logga in', 'Sign in'),
  wrongKey: text(
    'Avainta ei tunneta tai se ei ole enää voimassa. Tarkista, että se on kopioitunut kokonaan.',
    'Nyckeln är okänd eller gäller inte längre. Kontrollera att hela nyckeln har kopierats.',
    'The key is not known or no longer valid. Check that all of it was copied.',
  ),
  ended: text('Istunto on päättynyt', 'Sessionen har avslutats', 'The session has ended'),
  endedHow: text(
    'Jos lähetit tietoja, niitä ei tallennettu. Kirjaudu uudelleen: lomake aukeaa tyhjänä, ja tiedot on kirjoitettava uudelleen.',
    'Om du skickade uppgifter sparades de inte. Logga in på nytt: formuläret öppnas tomt och uppgifterna måste skrivas på nytt.',
    'If you sent something, it was not saved. Sign in again: the form opens empty, and has to be filled in again.',
  ),
  signedOut: text('Olet kirjautunut ulos.', 'Du har loggat ut.', 'You have signed out.'),
} as const satisfies Record<string, Text>;
