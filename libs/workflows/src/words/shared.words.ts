import type { Language } from '@app/domain';
import { decisionWords } from '../board-handling/board-handling.data';
import { organisationsIn, recordOf, textOf } from './json-values';
import { capital, type Sentence, type Sentences, type Told } from './told';

/** Sentences that several workflows share: dates, parties, answers and decisions. */

export const datesChanged: Sentence = {
  fi: (t) => `${t.who} muutti päiviä: ${dates(t)}${t.why}.`,
  sv: (t) => `${t.who} ändrade datum: ${dates(t)}${t.why}.`,
  en: (t) => `${t.who} changed dates: ${dates(t)}${t.why}.`,
};

const stepSkipped: Sentence = {
  fi: (t) => `${t.who} ohitti vaiheen: ${t.deadline('step')}${t.why}.`,
  sv: (t) => `${t.who} hoppade över ett steg: ${t.deadline('step')}${t.why}.`,
  en: (t) => `${t.who} skipped a step: ${t.deadline('step')}${t.why}.`,
};

/** For workflows whose steps have dates of their own. */
export const datedStepWords: Sentences = { DatesChanged: datesChanged, StepSkipped: stepSkipped };

/** Who takes part, or is asked, has changed. */
export const partiesChanged: Sentence = {
  fi: (t) => `${t.who} muutti mukana olevia: ${changes(t, 'fi')}${t.why}.`,
  sv: (t) => `${t.who} ändrade deltagarna: ${changes(t, 'sv')}${t.why}.`,
  en: (t) => `${t.who} changed who takes part: ${changes(t, 'en')}${t.why}.`,
};

/** What came of a request, as it was told to the workflow that asked. */
export const answerNoted: Sentence = {
  fi: (t) => `${outcome(t, 'fi')}.`,
  sv: (t) => `${outcome(t, 'sv')}.`,
  en: (t) => `${outcome(t, 'en')}.`,
};

/** A body's decision as it was told to the workflow that asked for the handling. `what` is the matter as an object: 'neuvottelun tuloksen'. */
export function decisionNoted(what: Record<Language, string>): Sentence {
  return {
    fi: (t) => `${decided(t, 'fi', what.fi)}.`,
    sv: (t) => `${decided(t, 'sv', what.sv)}.`,
    en: (t) => `${decided(t, 'en', what.en)}.`,
  };
}

export const meetingsMoved: Sentence = {
  fi: (t) => `Käsittelyn kokouspäivä muuttui: ${meetings(t)}.`,
  sv: (t) => `Sammanträdesdagen för behandlingen ändrades: ${meetings(t)}.`,
  en: (t) => `The meeting of the handling moved: ${meetings(t)}.`,
};

/** Something was called off or begun by mistake; `what` is the whole sentence's predicate and object. */
export function ended(what: Record<Language, string>): Sentence {
  return {
    fi: (t) => `${t.who} ${what.fi}${t.why}.`,
    sv: (t) => `${t.who} ${what.sv}${t.why}.`,
    en: (t) => `${t.who} ${what.en}${t.why}.`,
  };
}

export const goalsCarriedOver: Sentence = {
  fi: (t) =>
    `Aiemmin sovitut tavoitteet otettiin mukaan: ${t.textIn('matter')} (tavoitteita ${t.list('goals').length}).`,
  sv: (t) => `Tidigare överenskomna mål togs med: ${t.textIn('matter')} (antal mål ${t.list('goals').length}).`,
  en: (t) => `Goals agreed earlier were carried over: ${t.textIn('matter')} (goals: ${t.list('goals').length}).`,
};

/** ' (koonti: https://…)' and the like: where a document can be read. */
export function at(told: Told, field: string): string {
  return told.where(field, (link) => ` (${link})`);
}

/** How many came, from the total where it was told and from the organisations otherwise. */
export function present(told: Told, words: (people: number) => string): string {
  const total = Number(told.data.participantsTotal);
  const people = told
    .list('participants')
    .map((participant) => Number(recordOf(participant).people) || 0)
    .reduce((sum, count) => sum + count, 0);
  const count = Number.isFinite(total) ? total : people;
  return count > 0 ? words(count) : '';
}

function dates(told: Told): string {
  const changed = Object.entries(told.nested('dates'));
  return changed.map(([step, date]) => `${told.deadlineOf(step)} ${told.dayOf(recordOf(date).on)}`).join('; ');
}

const moves: Record<Language, { joined: string; left: string; successor: string }> = {
  fi: { joined: 'mukaan', left: 'pois', successor: 'seuraaja' },
  sv: { joined: 'kommer med', left: 'lämnar', successor: 'efterträdare' },
  en: { joined: 'joining', left: 'leaving', successor: 'successor' },
};

function changes(told: Told, language: Language): string {
  const words = moves[language];
  const joined = organisationsIn(told.list('joined'));
  const left = told.list('left').map((item) => {
    const { organisation, successor } = recordOf(item);
    const name = told.organisation(textOf(organisation)).name;
    return typeof successor === 'string' ? `${name} (${words.successor}: ${told.organisation(successor).name})` : name;
  });
  return [
    ...(joined.length > 0 ? [`${words.joined} ${told.names(joined)}`] : []),
    ...(left.length > 0 ? [`${words.left} ${told.joined(left)}`] : []),
  ].join('; ');
}

function outcome(told: Told, language: Language): string {
  const name = capital(told.of('organisation').name);
  const on = told.has('on') ? `${language === 'en' ? ' on' : ''} ${told.day('on')}` : '';
  const late = told.is('late');
  const shared = told.is('shared');
  switch (told.text('outcome')) {
    case 'answered':
      return {
        fi: `${name} antoi vastauksen${on}${late ? ' vastauspäivän jälkeen' : ''}${shared ? ' toiseen pyyntöön, jossa kysyttiin samaa' : ''}`,
        sv: `${name} gav sitt svar${on}${late ? ' efter svarsdagen' : ''}${shared ? ' på en annan begäran om samma uppgifter' : ''}`,
        en: `${name} gave its answer${on}${late ? ' after the reply date' : ''}${shared ? ' to another request that asked the same' : ''}`,
      }[language];
    case 'withdrawn':
      return {
        fi: `Pyyntö ${told.of('organisation').to} peruttiin`,
        sv: `Begäran ${told.of('organisation').to} återtogs`,
        en: `The request ${told.of('organisation').to} was withdrawn`,
      }[language];
    default:
      return {
        fi: `${name} ei antanut vastausta`,
        sv: `${name} gav inget svar`,
        en: `${name} gave no answer`,
      }[language];
  }
}

/** 'hyväksyttiin': what was decided, as minutes say it; empty where nothing was. */
export function decision(told: Told, language: Language): string {
  return decisionWords(told.text('decision'))?.[language] ?? '';
}

const sectionWords: Record<Language, { section: (of: string) => string; case: string }> = {
  fi: { section: (of) => `${of} §`, case: 'asianumero' },
  sv: { section: (of) => `${of} §`, case: 'ärendenummer' },
  en: { section: (of) => `section ${of}`, case: 'case number' },
};

/** ' to 15.10.2026, 36 §, asianumero …': where the minutes have it. */
export function minutesPlace(told: Told, language: Language): string {
  const words = sectionWords[language];
  const parts = [
    ...(told.has('meetingOn') ? [told.day('meetingOn')] : []),
    ...(told.has('section') ? [words.section(told.text('section'))] : []),
    ...(told.has('caseNumber') ? [`${words.case} ${told.text('caseNumber')}`] : []),
  ];
  return parts.join(', ');
}

function decided(told: Told, language: Language, what: string): string {
  const { name, genitive } = told.of('organisation');
  const place = minutesPlace(told, language);
  const brackets = place === '' ? '' : ` (${place})`;
  if (decision(told, language) === '') {
    const withdrawn = told.text('decision') === 'withdrawn';
    return {
      fi: `${withdrawn ? 'Käsittely peruttiin' : 'Asiaa ei käsitelty'}: ${genitive} ${told.body()}${brackets}`,
      sv: `${withdrawn ? 'Behandlingen återtogs' : 'Ärendet behandlades inte'}: ${told.body()} (${name})${brackets}`,
      en: `${withdrawn ? 'The handling was withdrawn' : 'The matter was not handled'}: ${told.body()} (${name})${brackets}`,
    }[language];
  }
  return {
    fi: `${capital(genitive)} ${told.body()} käsitteli ${what}: ${decision(told, 'fi')}${brackets}`,
    // A name in the definite form takes no genitive before it.
    sv: `${capital(told.body())} (${name}) behandlade ${what}: ${decision(told, 'sv')}${brackets}`,
    en: `${capital(told.body())} (${name}) handled ${what}: ${decision(told, 'en')}${brackets}`,
  }[language];
}

function meetings(told: Told): string {
  return told
    .list('meetings')
    .map((item) => {
      const { body, was, on } = recordOf(item);
      const days = [was, on].map((day) => (day === null || day === undefined ? '–' : told.dayOf(day)));
      return `${told.bodyOf(textOf(body))} ${days.join(' → ')}`;
    })
    .join('; ');
}
