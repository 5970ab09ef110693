import type { Text } from '../text';
import type { TaskKind } from './task-kinds';

/** What is said of a task: its title, what has happened, why it matters and what can be done. */
export type TaskWords = { title: Text; happened: Text; matters: Text; todo: Text };

const words: Record<TaskKind, TaskWords> = {
  'mail-undelivered': {
    title: {
      fi: 'Viestiä ei saatu perille',
      sv: 'Ett meddelande kunde inte levereras',
      en: 'A message could not be delivered',
    },
    happened: {
      fi: 'Viestiä ei saatu lähetetyksi sille varatussa ajassa, tai vastaanottajan palvelin palautti sen.',
      sv: 'Meddelandet kunde inte skickas inom utsatt tid, eller mottagarens server returnerade det.',
      en: 'The message could not be sent in its time, or the recipient’s server returned it.',
    },
    matters: {
      fi: 'Organisaatio ei ole saanut tietoa siitä, mitä siltä pyydetään tai mitä sille ilmoitetaan.',
      sv: 'Organisationen har inte fått veta vad den ombes göra eller vad den meddelas.',
      en: 'The organisation has not heard what it is asked for or told.',
    },
    todo: {
      fi: 'Katso palvelimen vastaus viestin tiedoista. Ota yhteyttä organisaatioon tai lähetä viesti uudelleen, ja sulje sitten tehtävä.',
      sv: 'Se serverns svar bland meddelandets uppgifter. Kontakta organisationen eller skicka meddelandet på nytt, och stäng sedan uppgiften.',
      en: 'See what the server said in the details of the message. Contact the organisation or send the message again, and then close the task.',
    },
  },
  'contact-bounced': {
    title: {
      fi: 'Yhteyshenkilön sähköpostiosoite ei toimi',
      sv: 'Kontaktpersonens e-postadress fungerar inte',
      en: 'The e-mail address of a contact does not work',
    },
    happened: {
      fi: 'Yhteyshenkilölle lähetetty viesti palautui, koska osoitetta ei ole.',
      sv: 'Ett meddelande till kontaktpersonen kom tillbaka eftersom adressen inte finns.',
      en: 'A message to the contact came back because there is no such address.',
    },
    matters: {
      fi: 'Palautunutta viestiä ei ole lukenut kukaan. Seuraavat viestit lähetetään sijaiselle tai kirjaamoon, kunnes osoite on korjattu.',
      sv: 'Ingen har läst meddelandet som kom tillbaka. Följande meddelanden skickas till ersättaren eller registratorskontoret tills adressen har rättats.',
      en: 'Nobody has read the message that came back. Further messages go to the deputy or the registry until the address is put right.',
    },
    todo: {
      fi: 'Selvitä organisaatiosta, kuka asiaa hoitaa, ja korjaa yhteystieto rekisteriin. Tehtävä sulkeutuu itsestään, kun osoite vaihtuu. Lähetä palautunut viesti uudelleen.',
      sv: 'Ta reda på vem i organisationen som sköter ärendet och rätta kontaktuppgiften i registret. Uppgiften stängs av sig själv när adressen ändras. Skicka meddelandet som kom tillbaka på nytt.',
      en: 'Find out who in the organisation handles the matter and correct the contact in the register. The task closes by itself when the address changes. Send the returned message again.',
    },
  },
  'nobody-reached': {
    title: {
      fi: 'Pyyntöä ei ole vahvistettu saaduksi',
      sv: 'Begäran har inte bekräftats mottagen',
      en: 'Nobody has confirmed receipt of a request',
    },
    happened: {
      fi: 'Vastauspäivä lähestyy, eikä organisaatiosta ole vahvistettu pyyntöä saaduksi tai vastattu siihen.',
      sv: 'Svarsdagen närmar sig, och organisationen har varken bekräftat att begäran har kommit fram eller besvarat den.',
      en: 'The reply date is near, and the organisation has neither confirmed receipt of the request nor answered it.',
    },
    matters: {
      fi: 'Se, että viesti on luovutettu sähköpostipalvelimelle, ei kerro, onko joku lukenut sen. Pyyntö on voinut jäädä huomaamatta.',
      sv: 'Att meddelandet har överlämnats till e-postservern säger inte om någon har läst det. Begäran kan ha förbisetts.',
      en: 'That the message was handed over to the mail server does not tell whether anybody has read it. The request may have gone unnoticed.',
    },
    todo: {
      fi: 'Soita organisaation yhteyshenkilölle tai kirjaamoon. Tehtävä sulkeutuu itsestään, kun pyyntö vahvistetaan vastaussivulla tai siihen vastataan; muuten sulje se, kun olet saanut yhteyden.',
      sv: 'Ring organisationens kontaktperson eller registratorskontoret. Uppgiften stängs av sig själv när begäran bekräftas på svarssidan eller besvaras; stäng den annars när du har fått kontakt.',
      en: 'Call the organisation’s contact or its registry. The task closes by itself when receipt is confirmed on the answer page or the request is answered; otherwise close it once you have got through.',
    },
  },
  'report-unmatched': {
    title: {
      fi: 'Palautusilmoitus ei vastaa mitään viestiä',
      sv: 'En rapport om misslyckad leverans hör inte till något meddelande',
      en: 'A failure report fits no message',
    },
    happened: {
      fi: 'Sähköpostipalvelin ilmoitti, ettei viestiä saatu perille, mutta järjestelmästä ei ole lähetetty sellaista viestiä ilmoitettuun osoitteeseen.',
      sv: 'En e-postserver meddelade att ett meddelande inte kunde levereras, men systemet har inte skickat något sådant meddelande till den uppgivna adressen.',
      en: 'A mail server reported that a message could not be delivered, but no such message was sent from here to the address it names.',
    },
    matters: {
      fi: 'Viesti on voitu ohjata vastaanottajalta eteenpäin osoitteeseen, joka ei toimi, tai ilmoitus on väärennetty. Yhtään viestiä tai yhteystietoa ei ole merkitty ilmoituksen perusteella.',
      sv: 'Mottagaren kan ha vidarebefordrat meddelandet till en adress som inte fungerar, eller så är rapporten förfalskad. Inget meddelande och ingen kontaktuppgift har märkts på grund av den.',
      en: 'The recipient may have forwarded the message to an address that does not work, or the report is forged. No message and no contact was marked because of it.',
    },
    todo: {
      fi: 'Katso ilmoitus palautusten postilaatikosta. Jos viesti on ohjattu eteenpäin, varmista organisaatiosta, että se on luettu. Sulje sitten tehtävä.',
      sv: 'Se rapporten i postlådan för returer. Om meddelandet har vidarebefordrats, försäkra dig hos organisationen om att det har blivit läst. Stäng sedan uppgiften.',
      en: 'Look at the report in the mailbox for returned mail. If the message was forwarded, make sure with the organisation that it was read. Then close the task.',
    },
  },
  'webhook-undelivered': {
    title: {
      fi: 'Webhookin vastaanottaja ei ole ottanut tapahtumia vastaan',
      sv: 'Mottagaren för en webhook har inte tagit emot händelser',
      en: 'The receiver of a webhook has not taken events',
    },
    happened: {
      fi: 'Yhtä tai useampaa tapahtumaa on yritetty lähettää kolmen päivän ajan, eikä vastaanottava järjestelmä ole ottanut niitä vastaan. Niitä ei enää yritetä lähettää.',
      sv: 'Försök att skicka en eller flera händelser har gjorts i tre dagar utan att det mottagande systemet har tagit emot dem. Inga fler försök görs.',
      en: 'For three days one or more events were sent in vain: the receiving system did not take them. They are not tried any more.',
    },
    matters: {
      fi: 'Vastaanottava järjestelmä ei tiedä näistä tapahtumista, joten sen tiedot voivat olla vanhentuneita.',
      sv: 'Det mottagande systemet känner inte till händelserna, och dess uppgifter kan därför vara föråldrade.',
      en: 'The receiving system does not know of these events, so what it shows may be out of date.',
    },
    todo: {
      fi: 'Katso, mitä vastaanottaja vastasi: GET /v1/webhooks ja sen deliveries?state=dead. Korjatkaa vika vastaanottajan ylläpidon kanssa ja lähetä tapahtumat uudelleen (redrive). Tehtävä sulkeutuu itsestään, kun lähettämättömiä ei enää ole.',
      sv: 'Se vad mottagaren svarade: GET /v1/webhooks och dess deliveries?state=dead. Åtgärda felet tillsammans med mottagarens administratör och skicka händelserna på nytt (redrive). Uppgiften stängs av sig själv när inga oskickade händelser återstår.',
      en: 'See what the receiver answered: GET /v1/webhooks and its deliveries?state=dead. Mend the fault with those who run the receiver, and send the events again (redrive). The task closes by itself once none is left.',
    },
  },
  'webhook-off': {
    title: {
      fi: 'Webhook on poistettu käytöstä',
      sv: 'En webhook har tagits ur bruk',
      en: 'A webhook has been switched off',
    },
    happened: {
      fi: 'Vastaanottava järjestelmä on ilmoittanut, ettei osoitetta enää ole (410), tai se ei ole kolmeen päivään ottanut vastaan yhtään tapahtumaa.',
      sv: 'Det mottagande systemet har meddelat att adressen inte längre finns (410), eller så har det inte tagit emot en enda händelse på tre dagar.',
      en: 'The receiving system has said that the address is gone (410), or it has not taken a single event for three days.',
    },
    matters: {
      fi: 'Vastaanottajalle ei lähetetä mitään, ennen kuin webhook otetaan uudelleen käyttöön. Tapahtumat odottavat lokissa, eikä mitään katoa.',
      sv: 'Ingenting skickas till mottagaren förrän webhooken tas i bruk igen. Händelserna väntar i loggen, och inget går förlorat.',
      en: 'Nothing is sent to the receiver until the webhook is switched on again. The events wait in the log, and nothing is lost.',
    },
    todo: {
      fi: 'Selvitä vastaanottajan ylläpidosta, mikä osoite on oikea. Korjaa se ja ota webhook käyttöön (PATCH, state: on), jolloin tehtävä sulkeutuu itsestään ja lähetys jatkuu siitä, mihin se jäi. Jos webhookia ei enää tarvita, poista se.',
      sv: 'Ta reda på rätt adress hos mottagarens administratör. Rätta den och ta webhooken i bruk (PATCH, state: on): då stängs uppgiften av sig själv och sändningen fortsätter där den avbröts. Ta bort webhooken om den inte längre behövs.',
      en: 'Ask those who run the receiver for the right address. Correct it and switch the webhook on (PATCH, state: on): the task closes by itself, and sending goes on where it stopped. Delete the webhook if nobody needs it.',
    },
  },
};

/** What a person is told of a task of the kind. */
export function taskWords(kind: TaskKind): TaskWords {
  return words[kind];
}
