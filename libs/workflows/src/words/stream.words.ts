import { accessWords } from './access.words';
import type { Language } from '@app/domain';
import { recipientIn } from './consequence.words';
import { mailTitle } from './mail-titles';
import { type Sentence, type Sentences, type Told } from './told';

/** What becomes of a mail after it was owed: on the notification's own stream. */
const notificationWords: Sentences = {
  NotificationSending: onMail({
    fi: () => 'Viestin lähettäminen alkoi',
    sv: () => 'Sändningen av meddelandet började',
    en: () => 'The sending of a mail began',
  }),
  NotificationAccepted: onMail({
    fi: () => 'Sähköpostipalvelin otti viestin vastaan',
    sv: () => 'E-postservern tog emot meddelandet',
    en: () => 'The mail server accepted a mail',
  }),
  NotificationDeferred: onMail({
    fi: () => 'Sähköpostipalvelin ei vielä ottanut viestiä, ja lähettämistä yritetään uudelleen',
    sv: () => 'E-postservern tog ännu inte emot meddelandet, och sändningen upprepas',
    en: () => 'The mail server did not take a mail yet, and it is tried again',
  }),
  NotificationRejected: onMail({
    fi: () => 'Sähköpostipalvelin hylkäsi viestin',
    sv: () => 'E-postservern avvisade meddelandet',
    en: () => 'The mail server rejected a mail',
  }),
  NotificationUnknown: onMail({
    fi: () => 'Yhteys katkesi lähetyksen lopussa, eikä tiedetä, menikö viesti perille',
    sv: () => 'Förbindelsen bröts i slutet av sändningen, och det är okänt om meddelandet kom fram',
    en: () => 'The connection broke at the end of the sending, and nobody knows whether the mail arrived',
  }),
  NotificationSuppressed: onMail({
    fi: (t) => `Viestiä ei lähetetty${suppressed(t, 'fi')}`,
    sv: (t) => `Meddelandet skickades inte${suppressed(t, 'sv')}`,
    en: (t) => `A mail was not sent${suppressed(t, 'en')}`,
  }),
  NotificationBounced: onMail({
    fi: (t) => `Viesti palautui${status(t)}`,
    sv: (t) => `Meddelandet kom tillbaka${status(t)}`,
    en: (t) => `A mail came back${status(t)}`,
  }),
  NotificationDelayed: onMail({
    fi: (t) => `Viestin perillemeno viivästyi${status(t)}`,
    sv: (t) => `Leveransen av meddelandet fördröjdes${status(t)}`,
    en: (t) => `The delivery of a mail was delayed${status(t)}`,
  }),
  NotificationDelivered: onMail({
    fi: (t) => `Vastaanottajan palvelin ilmoitti viestin toimitetuksi${status(t)}`,
    sv: (t) => `Mottagarens server meddelade att meddelandet har levererats${status(t)}`,
    en: (t) => `The recipient’s server reported a mail as delivered${status(t)}`,
  }),
  NotificationResent: onMail({
    fi: (t) => `${t.who} päätti lähettää viestin uudelleen`,
    sv: (t) => `${t.who} beslutade att skicka meddelandet på nytt`,
    en: (t) => `${t.who} had a mail sent once more`,
  }),
};

/** Tasks that were opened for the coordinator and closed: each has a stream of its own. */
const taskWords: Sentences = {
  TaskOpened: {
    fi: (t) => `Koordinaattorille avattiin tehtävä: ${t.task(t.text('kind'))}${taskOrganisation(t)}.`,
    sv: (t) => `En uppgift öppnades för koordinatorn: ${t.task(t.text('kind'))}${taskOrganisation(t)}.`,
    en: (t) => `A task was opened for the coordinator: ${t.task(t.text('kind'))}${taskOrganisation(t)}.`,
  },
  TaskClosed: {
    fi: (t) =>
      `${t.byItself ? 'Tehtävä sulkeutui, koska sitä ei enää tarvittu' : `${t.who} sulki tehtävän`}${closedTask(t)}.`,
    sv: (t) =>
      `${t.byItself ? 'Uppgiften avslutades, eftersom den inte längre behövdes' : `${t.who} stängde uppgiften`}${closedTask(t)}.`,
    en: (t) =>
      `${t.byItself ? 'A task closed, since it was no longer needed' : `${t.who} closed the task`}${closedTask(t)}.`,
  },
};

/** Organisations that are not written to for a while. */
const silenceWords: Sentences = {
  SilenceBegan: {
    fi: (t) => `${t.who} keskeytti viestien lähettämisen ${t.of('organisation').to} ${t.day('untilOn')} asti.`,
    sv: (t) => `${t.who} avbröt utskicken ${t.of('organisation').to} till och med ${t.day('untilOn')}.`,
    en: (t) => `${t.who} stopped mails ${t.of('organisation').to} until ${t.day('untilOn')}.`,
  },
  SilenceEnded: {
    fi: (t) => `${t.who} päätti viestien lähettämisen keskeytyksen.`,
    sv: (t) => `${t.who} avslutade avbrottet i utskicken.`,
    en: (t) => `${t.who} ended a pause in mails.`,
  },
};

/** Links to all that is asked of an organisation: each has a stream of its own. */
const standingLinkWords: Sentences = {
  StandingLinkMade: {
    fi: (t) => `${t.who} loi pysyvän linkin ${t.of('organisation').to}; se on voimassa ${t.day('expiresAt')} asti.`,
    sv: (t) =>
      `${t.who} skapade en stående länk ${t.of('organisation').to}; den gäller till och med ${t.day('expiresAt')}.`,
    en: (t) => `${t.who} made a standing link ${t.of('organisation').to}, in force until ${t.day('expiresAt')}.`,
  },
  StandingLinkRevoked: {
    fi: (t) => `${t.who} poisti pysyvän linkin käytöstä.`,
    sv: (t) => `${t.who} tog den stående länken ur bruk.`,
    en: (t) => `${t.who} took a standing link out of use.`,
  },
};

/** What concerns the whole log of a county, or all its mail: on the stream `<county>.log`. */
const countyLogWords: Sentences = {
  MailHeld: {
    fi: (t) =>
      `${t.who} keskeytti ${isEverywhere(t) ? 'kaikkien alueiden' : 'hyvinvointialueen'} viestien lähettämisen.`,
    sv: (t) => `${t.who} avbröt utskicken ${isEverywhere(t) ? 'för alla områden' : 'för välfärdsområdet'}.`,
    en: (t) => `${t.who} stopped all mail ${isEverywhere(t) ? 'of every county' : 'of the county'}.`,
  },
  MailReleased: {
    fi: (t) =>
      `${t.who} päätti ${isEverywhere(t) ? 'kaikkien alueiden' : 'hyvinvointialueen'} viestien lähettämisen keskeytyksen.`,
    sv: (t) =>
      `${t.who} avslutade avbrottet i utskicken ${isEverywhere(t) ? 'för alla områden' : 'för välfärdsområdet'}.`,
    en: (t) => `${t.who} released the mail ${isEverywhere(t) ? 'of every county' : 'of the county'}.`,
  },
  LogKeyChanged: {
    fi: () => 'Tapahtumalokin allekirjoitusavain vaihtui.',
    sv: () => 'Nyckeln som händelseloggen undertecknas med byttes.',
    en: () => 'The key that the log is signed with changed.',
  },
  LogRestored: {
    fi: (t) => `${t.who} ilmoitti tapahtumalokin palautetuksi; loki allekirjoitetaan nyt nimellä ${t.text('origin')}.`,
    sv: (t) =>
      `${t.who} meddelade att händelseloggen har återställts; den undertecknas nu under namnet ${t.text('origin')}.`,
    en: (t) => `${t.who} declared the log as restored; it is now signed as ${t.text('origin')}.`,
  },
  CheckpointMailOwed: {
    fi: (t) => `Kirjaamolle lähetetään lokin tarkistuspiste (tapahtumia ${t.text('size')}).`,
    sv: (t) => `Loggens kontrollpunkt skickas till registratorskontoret (antal händelser ${t.text('size')}).`,
    en: (t) => `A checkpoint of the log is to be sent to the registry (events: ${t.text('size')}).`,
  },
  PersonErased: {
    fi: (t) => `${t.who} poisti henkilön tiedot rekisteristä ja teksteistä${about(t)}.`,
    sv: (t) => `${t.who} tog bort en persons uppgifter ur registret och texterna${about(t)}.`,
    en: (t) => `${t.who} erased a person from the register and the texts${about(t)}.`,
  },
  RecordDisposed: {
    fi: (t) =>
      `${t.who} hävitti säilytysajan päätyttyä työnkulun ${t.text('workflow')} sisällön (tapahtumia ${t.text('events')})${t.why}.`,
    sv: (t) =>
      `${t.who} gallrade efter förvaringstiden innehållet i förloppet ${t.text('workflow')} (antal händelser ${t.text('events')})${t.why}.`,
    en: (t) =>
      `${t.who} disposed of the content of the workflow ${t.text('workflow')} at the end of its retention (events: ${t.text('events')})${t.why}.`,
  },
};

/** Where events are sent out to, on the stream `<county>.log`. */
const webhookWords: Sentences = {
  WebhookMade: {
    fi: (t) => `${t.who} loi webhookin ${t.text('webhook')}: sen vastaanottajalle lähetetään tieto tapahtumista.`,
    sv: (t) => `${t.who} skapade webhooken ${t.text('webhook')}: dess mottagare får veta om händelser.`,
    en: (t) => `${t.who} made the webhook ${t.text('webhook')}: its receiver is told of events.`,
  },
  WebhookChanged: {
    fi: (t) => `${t.who} muutti webhookia ${t.text('webhook')}.`,
    sv: (t) => `${t.who} ändrade webhooken ${t.text('webhook')}.`,
    en: (t) => `${t.who} changed the webhook ${t.text('webhook')}.`,
  },
  WebhookSecretChanged: {
    fi: (t) => `${t.who} vaihtoi webhookin ${t.text('webhook')} allekirjoitussalaisuuden.`,
    sv: (t) => `${t.who} bytte signeringshemligheten för webhooken ${t.text('webhook')}.`,
    en: (t) => `${t.who} changed the signing secret of the webhook ${t.text('webhook')}.`,
  },
  WebhookRemoved: {
    fi: (t) => `${t.who} poisti webhookin ${t.text('webhook')}.`,
    sv: (t) => `${t.who} tog bort webhooken ${t.text('webhook')}.`,
    en: (t) => `${t.who} deleted the webhook ${t.text('webhook')}.`,
  },
};

/** What stands in streams that are no workflow's. */
export const streamWords: Sentences = {
  ...notificationWords,
  ...taskWords,
  ...silenceWords,
  ...standingLinkWords,
  ...countyLogWords,
  ...accessWords,
  ...webhookWords,
};

function onMail(words: Sentence): Sentence {
  return {
    fi: (t) => `${words.fi(t)}${mail(t, 'fi')}.`,
    sv: (t) => `${words.sv(t)}${mail(t, 'sv')}.`,
    en: (t) => `${words.en(t)}${mail(t, 'en')}.`,
  };
}

/** ': muistutus Heinolan kaupungille (vastaanottaja: vastaaja)' */
function mail(told: Told, language: Language): string {
  const { mail: of } = told.about;
  if (!of) return '';
  const { template, organisation, audience } = of;
  return `: ${mailTitle(template)[language]} ${told.organisation(organisation).to}${recipientIn(audience, language)}`;
}

const reasons: Record<string, Record<Language, string>> = {
  'deadline-ended': {
    fi: ', koska sitä ei enää tarvittu',
    sv: ', eftersom det inte längre behövdes',
    en: ' because it was no longer needed',
  },
  'respondent-changed': {
    fi: ', koska vastaaja vaihtui',
    sv: ', eftersom den som svarar byttes',
    en: ' because the respondent changed',
  },
  'no-deputy': {
    fi: ', koska sijaista ei ole nimetty',
    sv: ', eftersom ingen ställföreträdare är utsedd',
    en: ' because no deputy is named',
  },
  'organisation-silenced': {
    fi: ', koska muistutukset organisaatiolle ovat keskeytettyinä',
    sv: ', eftersom påminnelserna till organisationen är pausade',
    en: ' because reminders to the organisation are silenced',
  },
};

/** Why it was not sent, where the log says so; otherwise the notification itself has the reason. */
function suppressed(told: Told, language: Language): string {
  return reasons[told.text('reason')]?.[language] ?? '';
}

function status(told: Told): string {
  return told.where('status', (code) => ` (${code})`);
}

function taskOrganisation(told: Told): string {
  return told.has('organisation') ? ` (${told.of('organisation').name})` : '';
}

function closedTask(told: Told): string {
  const { task } = told.about;
  if (!task) return '';
  return `: ${told.task(task.kind)}${task.organisation === undefined ? '' : ` (${told.organisation(task.organisation).name})`}`;
}

/** ' (c-111-2)': the id of the contact, which is no name. */
function about(told: Told): string {
  return told.where('person', (id) => ` (${id})`);
}

/** Whether the mail of the whole installation was stopped, not that of the county alone. */
function isEverywhere(t: Told): boolean {
  return t.text('scope') === 'installation';
}
