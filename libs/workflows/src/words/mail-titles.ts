import type { Text } from '@app/domain';
import { label } from '../fields';

/** What each mail is, as the object of sending it: 'lähetetään muistutus', 'skickas en påminnelse', 'a reminder is sent'. */
export const mailTitles: Readonly<Record<string, Text>> = {
  acknowledgement: label(
    'pyyntö käsitellä asia toimielimessä',
    'en begäran om att behandla ärendet i organet',
    'a request to handle the matter in a body',
  ),
  'acknowledgement-overdue': label(
    'viesti käsittelystä, jonka päivä on mennyt',
    'ett meddelande om en behandling vars dag har passerat',
    'a message on a handling whose date has passed',
  ),
  'acknowledgement-reminder': label(
    'muistutus käsittelystä toimielimessä',
    'en påminnelse om behandlingen i organet',
    'a reminder of the handling in a body',
  ),
  'advance-assignment': label('ennakkotehtävä', 'en förhandsuppgift', 'an advance assignment'),
  'answer-shared': label(
    'tieto toiseen pyyntöön annetun vastauksen käyttämisestä',
    'ett meddelande om att ett svar på en annan begäran har använts',
    'word that an answer to another request has been used',
  ),
  'answers-compiled': label('vastausten koonti', 'en sammanställning av svaren', 'the compiled answers'),
  'board-item': label(
    'pyyntö valmistella asia toimielimelle',
    'en begäran om att bereda ärendet för organet',
    'a request to prepare the matter for the body',
  ),
  'board-rescheduled': label(
    'tieto käsittelyn uudesta päivästä',
    'ett meddelande om en ny dag för behandlingen',
    'word of a new date of the handling',
  ),
  'board-step-due': label(
    'muistutus toimielinkäsittelyn vaiheesta',
    'en påminnelse om ett steg i organets behandling',
    'a reminder of a step in the handling',
  ),
  'board-step-overdue': label(
    'viesti toimielinkäsittelyn vaiheesta, jonka päivä on mennyt',
    'ett meddelande om ett steg i organets behandling vars dag har passerat',
    'a message on a step in the handling whose date has passed',
  ),
  cancelled: label('tieto perumisesta', 'ett meddelande om återtagandet', 'word of the withdrawal'),
  'completion-request': label('täydennyspyyntö', 'en begäran om komplettering', 'a request for completion'),
  'draft-summary': label('yhteenvedon luonnos', 'ett utkast till sammandrag', 'the draft summary'),
  escalation: label('johtajalle osoitettu pyyntö', 'en begäran till ledningen', 'a request to the manager'),
  'escalation-made': label(
    'tieto asian viemisestä johtajalle',
    'ett meddelande om att ärendet har förts till ledningen',
    'word that the matter was taken to the manager',
  ),
  'escalation-proposed': label(
    'ehdotus viedä asia johtajalle',
    'ett förslag om att föra ärendet till ledningen',
    'a proposal to take the matter to the manager',
  ),
  'handed-over': label(
    'tieto vastaamisen siirtämisestä',
    'ett meddelande om att svarandet har överförts',
    'word that the answer was handed over',
  ),
  'handling-order-moved': label(
    'tieto käsittelyjärjestyksen muutoksesta',
    'ett meddelande om en ändrad behandlingsordning',
    'word of a changed handling order',
  ),
  'information-request': label('vastauspyyntö', 'en begäran om svar', 'a request for an answer'),
  invitation: label('kutsu neuvotteluun', 'en inbjudan till förhandlingen', 'an invitation to the negotiation'),
  'log-checkpoint': label('lokin tarkistuspiste', 'loggens kontrollpunkt', 'a checkpoint of the log'),
  'meeting-announced': label('kutsu', 'en kallelse', 'an invitation'),
  'meeting-cancelled': label('tieto perumisesta', 'ett meddelande om inställandet', 'word of the cancellation'),
  'meeting-moved': label('tieto uudesta ajankohdasta', 'ett meddelande om en ny tidpunkt', 'word of a new date'),
  'nobody-reached': label(
    'tieto pyynnöstä, jota ei ole vahvistettu saaduksi',
    'ett meddelande om en begäran som inte har bekräftats mottagen',
    'word of a request that nobody has confirmed',
  ),
  overdue: label(
    'viesti puuttuvasta vastauksesta',
    'ett meddelande om ett svar som saknas',
    'a message on a missing answer',
  ),
  receipt: label('vastaanottokuittaus', 'ett mottagningsbevis', 'a receipt'),
  'registry-copy': label('jäljennös kirjaamolle', 'en kopia till registratorskontoret', 'a copy for the registry'),
  reminder: label('muistutus', 'en påminnelse', 'a reminder'),
  'report-published': label(
    'tieto julkaistusta hyvinvointiraportista',
    'ett meddelande om den publicerade välfärdsrapporten',
    'word of the published wellbeing report',
  ),
  rescheduled: label('tieto uusista päivistä', 'ett meddelande om nya datum', 'word of new dates'),
  result: label('neuvottelun lopputulos', 'resultatet av förhandlingen', 'the result of the negotiation'),
  'step-due': label('muistutus vaiheesta', 'en påminnelse om ett steg', 'a reminder of a step'),
  'step-overdue': label(
    'viesti vaiheesta, jonka päivä on mennyt',
    'ett meddelande om ett steg vars dag har passerat',
    'a message on a step whose date has passed',
  ),
  'term-warning': label(
    'varoitus valtuustokauden päättymisestä',
    'en varning om att fullmäktigeperioden går ut',
    'a warning that the council term is ending',
  ),
};

/** What the mail is; by the template's own name where it has no title here. */
export function mailTitle(template: string): Text {
  return (
    mailTitles[template] ?? label(`viesti (${template})`, `ett meddelande (${template})`, `a message (${template})`)
  );
}

const audiences: Readonly<Record<string, Text>> = {
  respondent: label('vastaaja', 'den som svarar', 'the respondent'),
  coordinator: label('koordinaattori', 'koordinatorn', 'the coordinator'),
  'coordinator-and-director': label(
    'koordinaattori ja johtaja',
    'koordinatorn och direktören',
    'the coordinator and the director',
  ),
  'respondent-and-deputy': label(
    'vastaaja ja sijainen',
    'den som svarar och ersättaren',
    'the respondent and the deputy',
  ),
  presenter: label('esittelijä', 'föredraganden', 'the presenter'),
  manager: label('johtaja', 'ledningen', 'the manager'),
  deputy: label('sijainen', 'ersättaren', 'the deputy'),
  registry: label('kirjaamo', 'registratorskontoret', 'the registry'),
};

/** Who in the organisation it is for; undefined for a role that only the register knows. */
export function audienceTitle(audience: string): Text | undefined {
  if (audience.startsWith('deputy-of-')) return audiences.deputy;
  return Object.hasOwn(audiences, audience) ? audiences[audience] : undefined;
}
