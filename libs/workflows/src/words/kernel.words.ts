import { textOf } from './json-values';
import type { Sentences, Told } from './told';

/** What can become true of every workflow: pauses, documents, ladders, versions, and what the clock says. */
export const kernelWords: Sentences = {
  WorkflowPaused: {
    fi: (t) => `${t.who} keskeytti työnkulun${t.why}.`,
    sv: (t) => `${t.who} pausade förloppet${t.why}.`,
    en: (t) => `${t.who} paused the workflow${t.why}.`,
  },
  WorkflowResumed: {
    fi: (t) => `${t.who} jatkoi keskeytettyä työnkulkua${t.why}.`,
    sv: (t) => `${t.who} återupptog det pausade förloppet${t.why}.`,
    en: (t) => `${t.who} resumed the paused workflow${t.why}.`,
  },
  WorkflowReopened: {
    fi: (t) => `${t.who} avasi päättyneen työnkulun uudelleen${t.why}.`,
    sv: (t) => `${t.who} öppnade det avslutade förloppet på nytt${t.why}.`,
    en: (t) => `${t.who} reopened the workflow after its end${t.why}.`,
  },
  WorkflowMigrated: {
    fi: (t) => `${t.who} siirsi työnkulun versiosta ${t.text('from')} versioon ${t.text('to')}${t.why}.`,
    sv: (t) => `${t.who} flyttade förloppet från version ${t.text('from')} till version ${t.text('to')}${t.why}.`,
    en: (t) => `${t.who} moved the workflow from version ${t.text('from')} to version ${t.text('to')}${t.why}.`,
  },
  DocumentAttached: {
    fi: (t) => `${t.who} liitti asiakirjan ${t.quoted(documentTitle(t))}${documentDetails(t, fiDocument)}.`,
    sv: (t) => `${t.who} bifogade handlingen ${t.quoted(documentTitle(t))}${documentDetails(t, svDocument)}.`,
    en: (t) => `${t.who} attached the document ${t.quoted(documentTitle(t))}${documentDetails(t, enDocument)}.`,
  },
  RecordClassified: {
    fi: (t) => `${t.who} luokitteli asiakirjan ${t.text('record')} uudelleen${t.why}.`,
    sv: (t) => `${t.who} klassificerade handlingen ${t.text('record')} på nytt${t.why}.`,
    en: (t) => `${t.who} classified the record ${t.text('record')} anew${t.why}.`,
  },
  TextsErased: {
    fi: (t) => `Työnkulun tapahtumista poistettiin henkilöä koskevia tekstejä (${t.text('texts')}).`,
    sv: (t) => `Texter om en person togs bort ur förloppets händelser (${t.text('texts')}).`,
    en: (t) => `Texts of a person were erased from the events of the workflow (${t.text('texts')}).`,
  },
  LaddersChanged: {
    fi: (t) => `Työnkulku otti käyttöön hyvinvointialueen muuttamat muistutusportaat (muutos ${t.text('revision')}).`,
    sv: (t) => `Förloppet tog i bruk välfärdsområdets ändrade påminnelsetrappor (ändring ${t.text('revision')}).`,
    en: (t) => `The workflow took the county’s changed reminder ladders into use (change ${t.text('revision')}).`,
  },
  DeadlinePassed: {
    fi: (t) => `Määräpäivä kului: ${t.deadline('deadline')}${inBrackets(t.citation('deadline'))}.`,
    sv: (t) => `Tidsfristen passerade: ${t.deadline('deadline')}${inBrackets(t.citation('deadline'))}.`,
    en: (t) => `A deadline passed: ${t.deadline('deadline')}${inBrackets(t.citation('deadline'))}.`,
  },
  ReminderFellDue: {
    fi: (t) => `Muistuttamisen aika tuli: ${t.deadline('deadline')} (${rung(t, fiRungs)}).`,
    sv: (t) => `Det blev dags att påminna: ${t.deadline('deadline')} (${rung(t, svRungs)}).`,
    en: (t) => `A reminder fell due: ${t.deadline('deadline')} (${rung(t, enRungs)}).`,
  },
  EscalationFellDue: {
    fi: (t) => `Asia siirtyi muistutusportaiden mukaan johtajalle: ${t.deadline('deadline')}.`,
    sv: (t) => `Ärendet fördes enligt påminnelsetrappan till ledningen: ${t.deadline('deadline')}.`,
    en: (t) => `The matter went to the manager by the reminder ladder: ${t.deadline('deadline')}.`,
  },
};

type DocumentWords = { public: string; restricted: string; supersedes: string; caseNumber: string };
const fiDocument = {
  public: 'julkinen',
  restricted: 'rajattu',
  supersedes: 'korvaa asiakirjan',
  caseNumber: 'asianumero',
};
const svDocument = {
  public: 'offentlig',
  restricted: 'begränsad',
  supersedes: 'ersätter handlingen',
  caseNumber: 'ärendenummer',
};
const enDocument = {
  public: 'public',
  restricted: 'restricted',
  supersedes: 'takes the place of',
  caseNumber: 'case number',
};

function documentTitle(told: Told): string {
  return textOf(told.nested('document').title);
}

function documentDetails(told: Told, words: DocumentWords): string {
  const { publicity, caseNumber, supersedes } = told.nested('document');
  const details = [
    publicity === 'restricted' ? words.restricted : words.public,
    ...(caseNumber ? [`${words.caseNumber} ${textOf(caseNumber)}`] : []),
    ...(supersedes ? [`${words.supersedes} ${textOf(supersedes)}`] : []),
  ];
  return ` (${details.join(', ')})`;
}

type RungWords = {
  agenda: string;
  overdue: string;
  escalation: string;
  reach: string;
  ahead: (days: number) => string;
  monthsAhead: (months: number) => string;
};

const fiRungs: RungWords = {
  agenda: 'ennen toimielimen esityslistaa',
  overdue: 'määräpäivän jälkeen',
  escalation: 'mahdollinen siirto johtajalle',
  reach: 'perilletulon varmistus',
  ahead: (days) => (days === 1 ? 'päivää ennen' : `${days} päivää ennen`),
  monthsAhead: (months) => (months === 1 ? 'kuukautta ennen' : `${months} kuukautta ennen`),
};
const svRungs: RungWords = {
  agenda: 'före organets föredragningslista',
  overdue: 'efter tidsfristen',
  escalation: 'förs eventuellt till ledningen',
  reach: 'kontroll av att begäran har nått fram',
  ahead: (days) => (days === 1 ? 'en dag före' : `${days} dagar före`),
  monthsAhead: (months) => (months === 1 ? 'en månad före' : `${months} månader före`),
};
const enRungs: RungWords = {
  agenda: 'before the body’s agenda',
  overdue: 'after the date',
  escalation: 'may go to the manager',
  reach: 'making sure that somebody is reached',
  ahead: (days) => (days === 1 ? 'one day ahead' : `${days} days ahead`),
  monthsAhead: (months) => (months === 1 ? 'one month ahead' : `${months} months ahead`),
};

function rung(told: Told, words: RungWords): string {
  const name = told.text('rung');
  const ahead = /^([TM])-(\d+)$/.exec(name);
  if (ahead) return (ahead[1] === 'T' ? words.ahead : words.monthsAhead)(Number(ahead[2]));
  if (name === 'agenda' || name === 'overdue' || name === 'escalation' || name === 'reach') return words[name];
  return name;
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
