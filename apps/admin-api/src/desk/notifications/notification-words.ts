import type { Text } from '@app/domain';
import type { NotificationState } from '@app/store';
import { text } from '../../language/text';

export const notificationWords = {
  title: text('Viestit', 'Meddelanden', 'Messages'),
  none: text(
    'Näillä ehdoilla ei ole viestejä.',
    'Inga meddelanden motsvarar villkoren.',
    'No message fits these conditions.',
  ),
  workflow: text('Asian tunnus', 'Ärendets id', 'Id of the matter'),
  to: text('Vastaanottaja', 'Mottagare', 'To'),
  owedAt: text('Kirjattu lähtemään', 'Antecknat för utskick', 'Owed since'),
  sentAt: text('Lähetetty', 'Skickat', 'Sent'),
  bounced: text('Palautui', 'Studsade', 'Came back'),
  reply: text('Postipalvelimen vastaus', 'E-postserverns svar', 'The relay’s answer'),
  resentOf: text('Lähetetty uudelleen, alkuperäinen', 'Skickat på nytt, ursprungligt', 'Sent once more, the first one'),
  reason: text('Syy', 'Orsak', 'Reason'),
  asSent: text('Viesti sellaisena kuin se lähti', 'Meddelandet så som det skickades', 'The message as it was sent'),
  noText: text(
    'Viestin tekstiä ei ole: se ei ole vielä lähtenyt, tai sitä ei näytetä tällä avaimella.',
    'Meddelandets text finns inte: det har inte skickats ännu eller visas inte med den här nyckeln.',
    'There is no text: it has not left yet, or is not shown with this key.',
  ),
  resend: text('Lähetä uudelleen', 'Skicka på nytt', 'Send it once more'),
  resendHow: text(
    'Vastaanottaja haetaan rekisterin tämänpäiväisistä tiedoista. Asian tiedot ja päivät ovat samat kuin alkuperäisessä viestissä: jos päivää on siirretty sen jälkeen, lähetä uudelleen viesti, jossa siirrosta kerrotaan. Viesti lähtee heti, kun lähetysaika sallii.',
    'Mottagaren hämtas ur dagens uppgifter i registret. Ärendets uppgifter och datum är desamma som i det ursprungliga meddelandet: om ett datum har flyttats sedan dess ska du i stället på nytt skicka meddelandet som berättar om flytten. Meddelandet skickas så snart utskickstiderna tillåter.',
    'The reader is taken from today’s register. What it says of the matter, dates as well, is what the first message said: where a date has moved since, send the message that told of the move once more instead. It leaves as soon as sending hours allow.',
  ),
  resendPart: text(
    'Viesti lähti koosteessa muiden asioiden kanssa. Uudelleen lähtee vain tämä asia:',
    'Meddelandet skickades i ett sammandrag med andra ärenden. Endast detta ärende skickas på nytt:',
    'The message left in a digest with other matters. Only this matter is sent once more:',
  ),
  whyAgain: text('Miksi viesti lähetetään uudelleen', 'Varför meddelandet skickas på nytt', 'Why it is sent once more'),
  whyHelp: text('Vähintään 3, enintään 500 merkkiä.', 'Minst 3, högst 500 tecken.', 'From 3 to 500 characters.'),
  resent: text('Viesti lähetetään uudelleen.', 'Meddelandet skickas på nytt.', 'The message is sent once more.'),
} as const satisfies Record<string, Text>;

export const mailStates: Record<NotificationState, Text> = {
  queued: text('odottaa lähtöä', 'väntar på att skickas', 'waiting to leave'),
  sending: text('lähdössä', 'skickas', 'leaving'),
  accepted: text('annettu postipalvelimelle', 'lämnat till e-postservern', 'taken by the relay'),
  deferred: text('yritetään uudelleen', 'nytt försök görs', 'to be tried again'),
  rejected: text('ei otettu vastaan', 'togs inte emot', 'rejected'),
  unknown: text('ei tiedetä, lähtikö', 'oklart om det skickades', 'unknown whether it left'),
  suppressed: text('jätetty lähettämättä', 'skickades inte', 'not sent'),
};
