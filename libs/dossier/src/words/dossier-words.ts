import type { Language, Text } from '@app/domain';
import type { NotificationState } from '@app/store';
import { publicityTitles, type RecordKind, type WorkflowRecord } from '@app/workflows';

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

/** The words of a dossier's pages. */
export const words = {
  dossier: text('Asian asiakirjat', 'Handlingarna i ärendet', 'The file of the matter'),
  made: text('Koottu', 'Sammanställt', 'Put together'),
  county: text('Hyvinvointialue', 'Välfärdsområde', 'Wellbeing services county'),
  id: text('Tunnus', 'Id', 'Id'),
  state: text('Tila', 'Läge', 'State'),
  started: text('Alkoi', 'Inleddes', 'Started'),
  ended: text('Päättyi', 'Avslutades', 'Ended'),
  basis: text('Peruste', 'Grund', 'Basis'),
  caseNumber: text('Asianumero', 'Ärendenummer', 'Case number'),
  parts: text('Asian osat', 'Ärendets delar', 'Parts of the matter'),
  records: text('Viralliset asiakirjat', 'Officiella handlingar', 'Official documents'),
  documents: text('Liitetyt asiakirjat', 'Bifogade handlingar', 'Attached documents'),
  events: text('Tapahtumat', 'Händelser', 'Events'),
  mails: text('Ilmoitukset', 'Meddelanden', 'Notifications'),
  none: text('Ei ole.', 'Saknas.', 'None.'),
  registered: text('kirjattu', 'registrerad', 'registered'),
  ground: text('salassapitoperuste', 'sekretessgrund', 'ground for secrecy'),
  unclassified: text(
    'Julkisuutta ei ole luokiteltu',
    'Offentligheten har inte klassificerats',
    'Publicity not classified',
  ),
  retention: text('säilytetään', 'förvaras', 'kept'),
  permanent: text('pysyvästi', 'varaktigt', 'for ever'),
  organisation: text('Organisaatio', 'Organisation', 'Organisation'),
  bodies: text('Toimielimet', 'Organ', 'Bodies'),
  noAct: text('ei perustu lakiin', 'grundar sig inte på lag', 'no act behind it'),
  voluntary: text('vastaaminen on vapaaehtoista', 'det är frivilligt att svara', 'answering is voluntary'),
  obliged: text('vastaaminen ei ole vapaaehtoista', 'det är inte frivilligt att svara', 'answering is not voluntary'),
  yes: text('kyllä', 'ja', 'yes'),
  no: text('ei', 'nej', 'no'),
  actors: text('Tekijöiden tunnukset', 'Aktörernas id', 'Ids of those who acted'),
  by: text('tekijä', 'utförd av', 'by'),
  event: text('tapahtuma', 'händelse', 'event'),
  position: text('sija lokissa', 'position i loggen', 'position in the log'),
  noPosition: text('ei vielä sijaa lokissa', 'ännu ingen position i loggen', 'no position in the log yet'),
  owed: text('Lähetettäväksi', 'Att sända från', 'To be sent from'),
  to: text('Vastaanottaja', 'Mottagare', 'Recipient'),
  contact: text('yhteystieto', 'kontakt', 'contact'),
  messageId: text('Viestin tunnus (Message-ID)', 'Meddelandets id (Message-ID)', 'Message-ID'),
  serverSaid: text('Palvelimen vastaus', 'Serverns svar', 'The server’s reply'),
  timeZone: text(
    'Kellonajat ovat Suomen aikaa (Europe/Helsinki).',
    'Klockslagen anges i finsk tid (Europe/Helsinki).',
    'Times are Finnish time (Europe/Helsinki).',
  ),
  asText: text('tekstinä', 'som text', 'as text'),
  asHtml: text('sellaisena kuin se lähetettiin', 'så som det sändes', 'as it was sent'),
  withheld: text(
    'Sisältö ei ole mukana: kaikki asiakirjat eivät ole julkisia, ja tämän koosteen pyysi lukija, joka ei hoida eikä tarkasta asiaa.',
    'Innehållet är inte med: alla handlingar är inte offentliga, och sammanställningen begärdes av en läsare som varken sköter eller granskar ärendet.',
    'What it says is left out: not all of its records are public, and this file was asked for by a reader who neither handles nor audits the matter.',
  ),
  fileWithheld: text('tiedosto ei ole mukana', 'filen är inte med', 'the file is left out'),
  linkWithheld: text('linkki ei ole mukana', 'länken är inte med', 'the link is left out'),
  diagram: text('Kaavio: missä asia on', 'Schema: var ärendet är', 'Diagram: where the matter stands'),
  print: text('Sama PDF/A-tiedostona', 'Samma som PDF/A-fil', 'The same as a PDF/A file'),
  machine: text(
    'Kuvailutiedot asianhallintajärjestelmälle',
    'Metadata för ett ärendehanteringssystem',
    'Metadata for a case-management system',
  ),
  back: text('Takaisin alkuun', 'Tillbaka till början', 'Back to the beginning'),
};

export const statusWords: Record<'open' | 'closed' | 'cancelled', Text> = {
  open: text('kesken', 'pågår', 'open'),
  closed: text('päättynyt', 'avslutat', 'closed'),
  cancelled: text('peruttu', 'inställt', 'cancelled'),
};

export const kindWords: Record<RecordKind, Text> = {
  answer: text('Vastaus', 'Svar', 'Answer'),
  decision: text('Päätös', 'Beslut', 'Decision'),
  minutes: text('Pöytäkirja tai muistio', 'Protokoll eller promemoria', 'Minutes'),
  agreement: text('Sopimus', 'Avtal', 'Agreement'),
  report: text('Raportti', 'Rapport', 'Report'),
  document: text('Liite', 'Bilaga', 'Attachment'),
};

export const mailStateWords: Record<NotificationState, Text> = {
  queued: text('odottaa lähettämistä', 'väntar på att sändas', 'waits to be sent'),
  sending: text('lähetys on kesken', 'sändningen pågår', 'being sent'),
  accepted: text('palvelin otti vastaan', 'servern tog emot', 'accepted by the server'),
  deferred: text('lähetetään myöhemmin uudelleen', 'sänds på nytt senare', 'to be tried again'),
  rejected: text('palvelin ei ottanut vastaan', 'servern tog inte emot', 'rejected by the server'),
  unknown: text('ei tiedetä, menikö perille', 'okänt om det kom fram', 'not known whether it arrived'),
  suppressed: text('ei enää lähetetty', 'sändes inte längre', 'not sent any more'),
};

/** How long a record is kept, counted from the end of the year in which the matter ended. */
export function retentionWords({ retention }: Pick<WorkflowRecord, 'retention'>): Text {
  if (retention === 'permanent') return words.permanent;
  const { years } = retention;
  return text(years === 1 ? '1 vuosi' : `${years} vuotta`, `${years} år`, years === 1 ? '1 year' : `${years} years`);
}

/** 'Päätös r1, kunnanhallitus: Julkinen, säilytetään pysyvästi'; `body` is whose it is, where it is a body's. */
export function recordWords(record: WorkflowRecord, body: string | undefined, language: Language): string {
  const { kind, id, caseNumber, publicity, ground } = record;
  return [
    `${kindWords[kind][language]} ${id}${body === undefined ? '' : `, ${body}`}: ${(publicity ? publicityTitles[publicity] : words.unclassified)[language]}`,
    ...(ground === null ? [] : [`${words.ground[language]}: ${ground}`]),
    ...(caseNumber === null ? [] : [`${words.caseNumber[language].toLowerCase()} ${caseNumber}`]),
    `${words.retention[language]} ${retentionWords(record)[language]}`,
  ].join(', ');
}
