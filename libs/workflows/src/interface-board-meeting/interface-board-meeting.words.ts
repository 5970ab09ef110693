import { answerNoted, at, datedStepWords, ended, partiesChanged } from '../words/shared.words';
import { organisationsIn, recordOf, textOf } from '../words/json-values';
import type { Sentences, Told } from '../words/told';

/** What happened around a meeting of the interface board, in plain words. */
export const interfaceBoardMeetingWords: Sentences = {
  ...datedStepWords,
  BoardMeetingPlanned: {
    fi: (t) =>
      `${t.who} aloitti yhdyspintaneuvottelukunnan kokouksen valmistelun (kokous ${meetingOn(t)}; kuntia ${t.list('parties').length}).`,
    sv: (t) =>
      `${t.who} inledde beredningen av ett sammanträde i delegationen för kontaktytor (sammanträde ${meetingOn(t)}; antal kommuner ${t.list('parties').length}).`,
    en: (t) =>
      `${t.who} started preparing a meeting of the interface board (meeting ${meetingOn(t)}; municipalities: ${t.list('parties').length}).`,
  },
  TopicsAsked: {
    fi: (t) => `${t.who} pyysi aiheet yhdyspinnoilta.`,
    sv: (t) => `${t.who} bad kontaktytorna om ämnen.`,
    en: (t) => `${t.who} asked the interfaces for topics.`,
  },
  AnswerNoted: answerNoted,
  ItemsAgreed: {
    fi: (t) => `${t.who} kirjasi kokouksen asiat: ${items(t)}.`,
    sv: (t) => `${t.who} antecknade sammanträdets ärenden: ${items(t)}.`,
    en: (t) => `${t.who} recorded the items of the meeting: ${items(t)}.`,
  },
  AgendaSent: {
    fi: (t) => `${t.who} lähetti kutsun ja esityslistan neuvottelukunnalle${at(t, 'document')}.`,
    sv: (t) => `${t.who} skickade kallelsen och föredragningslistan till delegationen${at(t, 'document')}.`,
    en: (t) => `${t.who} sent the invitation and the agenda to the board${at(t, 'document')}.`,
  },
  MeetingHeld: {
    fi: (t) =>
      `${t.who} kirjasi kokouksen pidetyksi ${t.day('heldOn')}; läsnä ${members(t)}, kokous oli päätösvaltainen (päätöksiä ${t.list('decisions').length}).`,
    sv: (t) =>
      `${t.who} antecknade sammanträdet som hållet ${t.day('heldOn')}; närvarande ${members(t)}, sammanträdet var beslutfört (antal beslut ${t.list('decisions').length}).`,
    en: (t) =>
      `${t.who} recorded the meeting as held on ${t.day('heldOn')}; present ${members(t)}, with a quorum (decisions: ${t.list('decisions').length}).`,
  },
  MeetingNotQuorate: {
    fi: (t) => `${t.who} kirjasi, ettei kokous ollut päätösvaltainen ${t.day('heldOn')}; läsnä ${members(t)}.`,
    sv: (t) => `${t.who} antecknade att sammanträdet inte var beslutfört ${t.day('heldOn')}; närvarande ${members(t)}.`,
    en: (t) => `${t.who} recorded that the meeting on ${t.day('heldOn')} had no quorum; present ${members(t)}.`,
  },
  MinutesRecorded: {
    fi: (t) => `${t.who} kirjasi pöytäkirjan tarkastetuksi ${t.day('examinedOn')}${at(t, 'document')}.`,
    sv: (t) => `${t.who} antecknade protokollet som justerat ${t.day('examinedOn')}${at(t, 'document')}.`,
    en: (t) => `${t.who} recorded the minutes as examined on ${t.day('examinedOn')}${at(t, 'document')}.`,
  },
  MinutesPublished: {
    fi: (t) => `${t.who} julkaisi pöytäkirjan${at(t, 'document')}${extracts(t, 'otteet')}.`,
    sv: (t) => `${t.who} publicerade protokollet${at(t, 'document')}${extracts(t, 'utdrag')}.`,
    en: (t) => `${t.who} published the minutes${at(t, 'document')}${extracts(t, 'extracts')}.`,
  },
  PartiesChanged: partiesChanged,
  MeetingCancelled: ended({ fi: 'perui kokouksen', sv: 'ställde in sammanträdet', en: 'cancelled the meeting' }),
};

function meetingOn(told: Told): string {
  return told.dayOf(recordOf(told.nested('dates').meeting).on);
}

function items(told: Told): string {
  return told.joined(told.list('items').map((item) => textOf(recordOf(item).title)));
}

function members(told: Told): string {
  return told.names(organisationsIn(told.list('present')));
}

function extracts(told: Told, word: string): string {
  const to = organisationsIn(told.list('extractsTo'));
  return to.length === 0 ? '' : ` (${word}: ${told.names(to)})`;
}
