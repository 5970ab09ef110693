import {
  answerNoted,
  at,
  datedStepWords,
  decisionNoted,
  ended,
  meetingsMoved,
  partiesChanged,
} from '../words/shared.words';
import type { Sentences } from '../words/told';

const accountDecided = decisionNoted({
  fi: 'hyvinvointikertomuksen ja -suunnitelman',
  sv: 'välfärdsberättelsen och välfärdsplanen',
  en: 'the wellbeing account and plan',
});

/** What happened to the wellbeing accounts of a council term, in plain words. */
export const termAccountWords: Sentences = {
  ...datedStepWords,
  AccountsPlanned: {
    fi: (t) =>
      `${t.who} aloitti valtuustokauden ${t.text('about')} hyvinvointikertomukset ja -suunnitelmat (kuntia ${t.list('parties').length})${t.basis}.`,
    sv: (t) =>
      `${t.who} inledde välfärdsberättelserna och välfärdsplanerna för fullmäktigeperioden ${t.text('about')} (antal kommuner ${t.list('parties').length})${t.basis}.`,
    en: (t) =>
      `${t.who} started the wellbeing accounts and plans of the council term ${t.text('about')} (municipalities: ${t.list('parties').length})${t.basis}.`,
  },
  AccountsRequested: {
    fi: (t) => `${t.who} pyysi kunnilta niiden hyvinvointikertomukset ja -suunnitelmat${t.basis}.`,
    sv: (t) => `${t.who} bad kommunerna om deras välfärdsberättelser och välfärdsplaner${t.basis}.`,
    en: (t) => `${t.who} asked the municipalities for their wellbeing accounts and plans${t.basis}.`,
  },
  AnswerNoted: answerNoted,
  HandlingStarted: {
    fi: (t) => `${t.who} vei hyvinvointialueen oman kertomuksen ja suunnitelman toimielinten käsiteltäviksi.`,
    sv: (t) => `${t.who} förde välfärdsområdets egen berättelse och plan till organen för behandling.`,
    en: (t) => `${t.who} took the county’s own account and plan to its bodies.`,
  },
  BodyDecisionNoted: accountDecided,
  CouncilDecisionNoted: accountDecided,
  AccountRejectionNoted: accountDecided,
  BodyMeetingsMoved: meetingsMoved,
  AccountPublished: {
    fi: (t) => `${t.who} julkaisi hyvinvointialueen oman kertomuksen ${t.day('publishedOn')}${at(t, 'link')}.`,
    sv: (t) => `${t.who} publicerade välfärdsområdets egen berättelse ${t.day('publishedOn')}${at(t, 'link')}.`,
    en: (t) => `${t.who} published the county’s own account on ${t.day('publishedOn')}${at(t, 'link')}.`,
  },
  AccountsClosed: {
    fi: (t) => `${t.who} päätti kertomusten seurannan${t.where('whyWithout', (why) => ` (osa puuttuu: ${why})`)}.`,
    sv: (t) =>
      `${t.who} avslutade uppföljningen av berättelserna${t.where('whyWithout', (why) => ` (en del saknas: ${why})`)}.`,
    en: (t) => `${t.who} closed the accounts${t.where('whyWithout', (why) => ` (some are missing: ${why})`)}.`,
  },
  OwnPartSkipped: ended({
    fi: 'jätti hyvinvointialueen oman kertomuksen erilliseksi asiaksi',
    sv: 'lämnade välfärdsområdets egen berättelse som ett separat ärende',
    en: 'left the county’s own account to a separate matter',
  }),
  PartiesChanged: partiesChanged,
  AccountsCancelled: ended({
    fi: 'perui virheellisen aloituksen',
    sv: 'återtog den felaktiga starten',
    en: 'cancelled what was started by mistake',
  }),
};
