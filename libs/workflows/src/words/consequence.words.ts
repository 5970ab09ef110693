import type { Basis, Language } from '@app/domain';
import { roleName } from '@app/domain';
import { audienceTitle, mailTitle } from './mail-titles';
import { textOf } from './json-values';
import { capital, type Sentences, type Told } from './told';

/** What followed from a step and was recorded beside it. */
export const consequenceWords: Sentences = {
  DeadlineSet: {
    fi: (t) =>
      `Määräpäivä ${isSetAnew(t) ? 'asetettiin uudelleen' : 'asetettiin'}: ${t.deadline('name')} viimeistään ${t.day('dueOn')}${basis(t, 'fi')}.`,
    sv: (t) =>
      `Tidsfristen sattes${isSetAnew(t) ? ' på nytt' : ''}: ${t.deadline('name')} senast ${t.day('dueOn')}${basis(t, 'sv')}.`,
    en: (t) =>
      `A deadline was set${isSetAnew(t) ? ' anew' : ''}: ${t.deadline('name')} by ${t.day('dueOn')}${basis(t, 'en')}.`,
  },
  DeadlineEnded: {
    fi: (t) => `Määräpäivän seuranta päättyi: ${t.deadline('name')} – ${ending(t, 'fi')}.`,
    sv: (t) => `Tidsfristen upphörde: ${t.deadline('name')} – ${ending(t, 'sv')}.`,
    en: (t) => `A deadline ended: ${t.deadline('name')} – ${ending(t, 'en')}.`,
  },
  DeadlinePaused: {
    fi: (t) => `Määräpäivän kuluminen keskeytyi: ${t.deadline('name')}.`,
    sv: (t) => `Tidsfristen vilar: ${t.deadline('name')}.`,
    en: (t) => `A deadline stands still: ${t.deadline('name')}.`,
  },
  DeadlineContinued: {
    fi: (t) => `Määräpäivän kuluminen jatkui: ${t.deadline('name')} viimeistään ${t.day('dueOn')}${basis(t, 'fi')}.`,
    sv: (t) => `Tidsfristen löper igen: ${t.deadline('name')} senast ${t.day('dueOn')}${basis(t, 'sv')}.`,
    en: (t) => `A deadline runs again: ${t.deadline('name')} by ${t.day('dueOn')}${basis(t, 'en')}.`,
  },
  DeadlineReaddressed: {
    fi: (t) => `Määräpäivä koskee nyt uutta vastaajaa: ${t.deadline('name')}.`,
    sv: (t) => `Tidsfristen gäller nu en annan organisation som svarar: ${t.deadline('name')}.`,
    en: (t) => `A deadline now concerns another respondent: ${t.deadline('name')}.`,
  },
  RemindersRelaid: {
    fi: (t) => `Muistutusten päivät laskettiin uudelleen: ${t.deadline('name')}.`,
    sv: (t) => `Påminnelsernas dagar räknades om: ${t.deadline('name')}.`,
    en: (t) => `The days of the reminders were laid anew: ${t.deadline('name')}.`,
  },
  NotificationOwed: {
    fi: (t) => `${capital(addressee(t).to)} lähetetään ${title(t, 'fi')}${recipient(t, 'fi')}.`,
    sv: (t) => `${capital(addressee(t).to)} skickas ${title(t, 'sv')}${recipient(t, 'sv')}.`,
    en: (t) => `${capital(title(t, 'en'))} is to be sent ${addressee(t).to}${recipient(t, 'en')}.`,
  },
  ChildStarted: {
    fi: (t) => `Työnkulku käynnisti osatyönkulun (${child(t, 'fi')}, ${childName(t)}).`,
    sv: (t) => `Förloppet startade ett delförlopp (${child(t, 'sv')}, ${childName(t)}).`,
    en: (t) => `The workflow started a part of its own (${child(t, 'en')}, ${childName(t)}).`,
  },
  ChildTold: {
    fi: (t) => `Osatyönkululle (${t.text('key')}) ilmoitettiin: ${command(t, 'fi')}.`,
    sv: (t) => `Delförloppet (${t.text('key')}) meddelades: ${command(t, 'sv')}.`,
    en: (t) => `The part ${t.text('key')} was told: ${command(t, 'en')}.`,
  },
  ParentTold: {
    fi: (t) => `Pääasian työnkululle ilmoitettiin: ${command(t, 'fi')}.`,
    sv: (t) => `Huvudförloppet meddelades: ${command(t, 'sv')}.`,
    en: (t) => `The main workflow was told: ${command(t, 'en')}.`,
  },
  SuccessorTold: {
    fi: (t) => `Seuraavalle työnkululle (${t.text('id')}) siirrettiin avoimet asiat.`,
    sv: (t) => `De öppna ärendena överfördes till nästa förlopp (${t.text('id')}).`,
    en: (t) => `Open matters were passed on to the next workflow (${t.text('id')}).`,
  },
  Published: {
    fi: (t) => `Muille työnkuluille julkaistiin ${topic(t, 'fi')}.`,
    sv: (t) => `För andra förlopp publicerades ${topic(t, 'sv')}.`,
    en: (t) => `${capital(topic(t, 'en'))} published for other workflows.`,
  },
  TaskNeeded: {
    fi: (t) => `Asia vaatii koordinaattorin toimia: ${t.task(t.text('kind'))}${organisationBehind(t)}.`,
    sv: (t) => `Ärendet kräver åtgärder av koordinatorn: ${t.task(t.text('kind'))}${organisationBehind(t)}.`,
    en: (t) => `The coordinator has to act: ${t.task(t.text('kind'))}${organisationBehind(t)}.`,
  },
  TaskSettled: {
    fi: (t) => `Koordinaattorin toimia ei enää tarvita: ${t.task(t.text('key').split('/')[0] ?? '')}.`,
    sv: (t) => `Åtgärder av koordinatorn behövs inte längre: ${t.task(t.text('key').split('/')[0] ?? '')}.`,
    en: (t) => `The coordinator need not act any more: ${t.task(t.text('key').split('/')[0] ?? '')}.`,
  },
};

/** A date is set anew also where the day stays, such as when the bodies that handle a matter change. */
function isSetAnew(told: Told): boolean {
  return Number(told.data.setNo) > 1;
}

const bases: Record<Language, Record<Basis, string>> = {
  fi: {
    statutory: 'lakisääteinen määräaika',
    'statutory-period-end': 'lakisääteisen kauden loppu',
    decided: 'toimielimen päättämä päivä',
    agreed: 'yhdessä sovittu päivä',
    requested: 'pyydetty päivä, ei lakisääteinen',
  },
  sv: {
    statutory: 'lagstadgad tidsfrist',
    'statutory-period-end': 'slutet av en lagstadgad period',
    decided: 'dag som organet har beslutat',
    agreed: 'gemensamt överenskommen dag',
    requested: 'begärd dag, inte lagstadgad',
  },
  en: {
    statutory: 'statutory time limit',
    'statutory-period-end': 'end of a statutory period',
    decided: 'decided by the body',
    agreed: 'agreed together',
    requested: 'asked for, not statutory',
  },
};

/** ' (lakisääteinen määräaika; laki …)': what the date is, the act where one sets it, and what else is `said` of it. */
export function basis(told: Told, language: Language, said = ''): string {
  const word = bases[language][told.text('basis') as Basis] as string | undefined;
  const parts = [word ?? '', told.citation('name'), said].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

const endings: Record<Language, Record<string, string>> = {
  fi: {
    met: 'tehty ajoissa',
    'met-late': 'tehty määräpäivän jälkeen',
    missed: 'ei tehty',
    over: 'aika päättyi',
    cancelled: 'ei enää tarpeen',
  },
  sv: {
    met: 'gjort i tid',
    'met-late': 'gjort efter tidsfristen',
    missed: 'inte gjort',
    over: 'tiden gick ut',
    cancelled: 'behövs inte längre',
  },
  en: {
    met: 'done in time',
    'met-late': 'done after its date',
    missed: 'not done',
    over: 'its time ended',
    cancelled: 'no longer needed',
  },
};

function ending(told: Told, language: Language): string {
  const status = told.text('status');
  return endings[language][status] ?? status;
}

function addressee(told: Told) {
  return told.organisation(textOf(told.nested('to').organisation));
}

function title(told: Told, language: Language): string {
  return mailTitle(told.text('template'))[language];
}

const recipients: Record<Language, string> = { fi: 'vastaanottaja', sv: 'mottagare', en: 'recipient' };
const interfaceContacts: Record<Language, string> = {
  fi: 'yhdyspinnan yhteyshenkilö',
  sv: 'kontaktytans kontaktperson',
  en: 'the contact of an interface',
};

/** ' (vastaanottaja: koordinaattori)': the role in the organisation, never a person. */
export function recipientIn(audience: string, language: Language): string {
  const known = audience.startsWith('interface:')
    ? interfaceContacts[language]
    : (audienceTitle(audience) ?? roleName(audience))[language];
  return ` (${recipients[language]}: ${known})`;
}

function recipient(told: Told, language: Language): string {
  return recipientIn(textOf(told.nested('to').audience), language);
}

const children: Record<Language, Record<string, string>> = {
  fi: { 'information-request': 'vastauspyyntö', 'board-handling': 'toimielinkäsittely' },
  sv: { 'information-request': 'begäran om svar', 'board-handling': 'behandling i organet' },
  en: { 'information-request': 'request for an answer', 'board-handling': 'handling in a body' },
};

/** Whose the part is; by its key where it is nobody's. */
function childName(told: Told): string {
  return told.data.organisation === undefined ? told.text('key') : told.of('organisation').name;
}

function child(told: Told, language: Language): string {
  const workflow = told.text('workflow');
  return children[language][workflow] ?? workflow;
}

const commands: Record<string, Record<Language, string>> = {
  'close-request': { fi: 'pyyntö päätetään', sv: 'begäran avslutas', en: 'the request is closed' },
  'close-handling': {
    fi: 'käsittelyn seuranta päätetään',
    sv: 'uppföljningen av behandlingen avslutas',
    en: 'the handling is no longer followed up',
  },
  reschedule: { fi: 'päivät muuttuvat', sv: 'datumen ändras', en: 'dates change' },
  withdraw: { fi: 'asia perutaan', sv: 'ärendet återtas', en: 'the matter is withdrawn' },
  'withdraw-unanswered': {
    fi: 'vastaamaton pyyntö perutaan',
    sv: 'den obesvarade begäran återtas',
    en: 'the unanswered request is withdrawn',
  },
  succeed: { fi: 'seuraaja ottaa asian', sv: 'efterträdaren tar över', en: 'the successor takes over' },
  pause: { fi: 'asia keskeytetään', sv: 'ärendet pausas', en: 'the matter is paused' },
  resume: { fi: 'asia jatkuu', sv: 'ärendet fortsätter', en: 'the matter goes on' },
  // The note says whether there is an answer; the consequence holds ids only.
  'note-answer': { fi: 'pyynnön tulos', sv: 'resultatet av begäran', en: 'what came of the request' },
  'note-decision': { fi: 'toimielimen päätös', sv: 'organets beslut', en: 'the body’s decision' },
  'note-moved-meetings': {
    fi: 'kokouspäivä on muuttunut',
    sv: 'sammanträdesdagen har ändrats',
    en: 'a meeting has moved',
  },
};

function command(told: Told, language: Language): string {
  const name = told.text('command');
  return commands[name]?.[language] ?? name;
}

const topics: Record<string, Record<Language, string>> = {
  answer: { fi: 'vastaus', sv: 'svaret', en: 'the answer was' },
  report: { fi: 'hyvinvointiraportti', sv: 'välfärdsrapporten', en: 'the wellbeing report was' },
  goals: { fi: 'sovitut tavoitteet', sv: 'de överenskomna målen', en: 'the agreed goals were' },
};

function topic(told: Told, language: Language): string {
  const [kind = ''] = told.text('topic').split('/');
  const other: Record<Language, string> = { fi: 'tieto', sv: 'en uppgift', en: 'something was' };
  return (topics[kind] ?? other)[language];
}

function organisationBehind(told: Told): string {
  return told.has('organisation') ? ` (${told.of('organisation').name})` : '';
}
