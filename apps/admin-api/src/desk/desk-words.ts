import type { Text } from '@app/domain';
import { text } from '../language/text';

export const menuNames = {
  today: text('Tänään', 'I dag', 'Today'),
  workflows: text('Asiat', 'Ärenden', 'Matters'),
  tasks: text('Tehtävät', 'Uppgifter', 'Tasks'),
  duties: text('Velvoitteet', 'Skyldigheter', 'Duties'),
  notifications: text('Viestit', 'Meddelanden', 'Messages'),
  log: text('Tapahtumaloki', 'Händelselogg', 'Event log'),
} as const satisfies Record<string, Text>;

/** What several pages of the desk say. */
export const deskWords = {
  menu: text('Työpöytä', 'Arbetsbord', 'Desk'),
  skip: text('Siirry sisältöön', 'Gå till innehållet', 'Go to the content'),
  signOut: text('Kirjaudu ulos', 'Logga ut', 'Sign out'),
  show: text('Näytä', 'Visa', 'Show'),
  all: text('Kaikki', 'Alla', 'All'),
  next: text('Seuraavat', 'Nästa', 'Next'),
  previous: text('Edelliset', 'Föregående', 'Previous'),
  first: text('Alkuun', 'Till början', 'To the beginning'),
  pages: text('Sivut', 'Sidor', 'Pages'),
  organisation: text('Organisaatio', 'Organisation', 'Organisation'),
  state: text('Tila', 'Läge', 'State'),
  from: text('Päivästä', 'Från och med', 'From'),
  to: text('Päivään', 'Till och med', 'To'),
  filter: text('Rajaa', 'Avgränsa', 'Narrow down'),
  errors: text('Korjaa nämä kohdat', 'Rätta följande', 'Correct these'),
  errorInTitle: text('Virhe', 'Fel', 'Error'),
  registerMissing: text(
    'Hyvinvointialueen organisaatioita ei ole vielä tuotu rekisteriin.',
    'Välfärdsområdets organisationer har ännu inte importerats till registret.',
    'The organisations of the county have not been imported yet.',
  ),
  backToDesk: text('Takaisin työpöydälle', 'Tillbaka till arbetsbordet', 'Back to the desk'),
  backToWorkflow: text('Takaisin asiaan', 'Tillbaka till ärendet', 'Back to the matter'),
  mailHeld: text(
    'Viestien lähetys on pysäytetty.',
    'Utskicket av meddelanden har stoppats.',
    'The sending of messages is stopped.',
  ),
  since: text('Alkaen', 'Sedan', 'Since'),
  mailHeldHow: text(
    'Viestit odottavat ja lähtevät vasta, kun lähetys on taas sallittu.',
    'Meddelandena väntar och skickas först när utskicket åter har tillåtits.',
    'They wait, and leave only after sending has been allowed again.',
  ),
  about: text('Asia', 'Ärende', 'Matter'),
} as const satisfies Record<string, Text>;
