import type { Instant, Language } from '@app/domain';
import { z } from 'zod';
import { closing } from '../closing';
import { onDate, shortDate, shortDateOf } from '../dates';
import {
  handledMatter,
  mailCommon,
  moment,
  negotiationTime,
  prose,
  requestSubject,
  subjectMatter,
  type HandledMatter,
  type RequestSubject,
  whichRequest,
} from '../fields';
import { handledMatterWords } from '../handled-matters';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { negotiation, toMunicipality } from '../samples';
import { subject } from '../subject';
import { inSentence, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  what: z.enum(['negotiation', 'invitation', 'request']),
  reason: prose,
  negotiation: negotiationTime.optional(),
  ...whichRequest,
  /** What the request asked, or what was to be handled, where it was about that. */
  subjectMatter: subjectMatter.optional(),
  dueAt: moment.optional(),
});
type Data = z.output<typeof schema>;

/** What has been taken back, for a subject; who has taken what back; and what the reader need not do. */
type Words = { headline: string; lead: (data: Data, when: string) => string; rest: string };

const nothingToDo: Record<Language, string> = {
  fi: 'Tämä viesti ei vaadi toimia.',
  sv: 'Detta meddelande kräver inga åtgärder.',
  en: 'You need not do anything.',
};

const words: Record<Language, Record<Data['what'], Words>> = {
  fi: {
    negotiation: {
      headline: 'Peruttu',
      lead: (_, when) =>
        `on perunut hyvinvoinnin ja terveyden edistämisen vuosineuvottelun${when && `, jonka piti olla ${when}`}.`,
      rest: 'Neuvottelua koskeviin pyyntöihimme ei enää tarvitse vastata.',
    },
    invitation: {
      headline: 'Peruttu kutsu',
      lead: ({ organisation }, when) =>
        `ei enää kutsu ${fi.you(organisation)} hyvinvoinnin ja terveyden edistämisen vuosineuvotteluun${when && `, joka on ${when}`}.`,
      rest: 'Neuvotteluun ei tarvitse osallistua, eikä sitä koskeviin pyyntöihimme enää tarvitse vastata.',
    },
    request: {
      headline: 'Peruttu pyyntö',
      lead: (data) => `on perunut pyynnön, joka koskee ${requestAbout('fi', handledIn(data))}.`,
      rest: 'Pyyntöön ei enää tarvitse vastata.',
    },
  },
  sv: {
    negotiation: {
      headline: 'Inställd',
      lead: (_, when) =>
        `har ställt in den årliga förhandlingen om främjande av hälsa och välfärd${when && `, som skulle hållas ${when}`}.`,
      rest: 'Våra begäranden som gäller förhandlingen behöver inte längre besvaras.',
    },
    invitation: {
      headline: 'Återtagen inbjudan',
      lead: ({ organisation }, when) =>
        `bjuder inte längre in ${sv.name(organisation)} till den årliga förhandlingen om främjande av hälsa och välfärd${when && `, som hålls ${when}`}.`,
      rest: 'Ni behöver inte delta i förhandlingen, och våra begäranden som gäller den behöver inte längre besvaras.',
    },
    request: {
      headline: 'Återtagen begäran',
      lead: (data) => `har återtagit en begäran som gäller ${requestAbout('sv', handledIn(data))}.`,
      rest: 'Begäran behöver inte längre besvaras.',
    },
  },
  en: {
    negotiation: {
      headline: 'Cancelled',
      lead: (_, when) =>
        `has cancelled the yearly negotiation on promoting health and wellbeing${when && `, which was to be held ${when}`}.`,
      rest: 'Our requests about the negotiation no longer need an answer.',
    },
    invitation: {
      headline: 'Invitation withdrawn',
      lead: ({ organisation }, when) =>
        `no longer invites ${en.name(organisation)} to the yearly negotiation on promoting health and wellbeing${when && `, which is held ${when}`}.`,
      rest: 'You need not take part in the negotiation, and our requests about it no longer need an answer.',
    },
    request: {
      headline: 'Withdrawn request',
      lead: (data) => `has withdrawn a request about ${requestAbout('en', handledIn(data))}.`,
      rest: 'The request no longer needs an answer.',
    },
  },
};

const called: Record<Language, string> = {
  fi: 'hyte-neuvottelu',
  sv: 'förhandling om hälsa och välfärd',
  en: 'negotiation on health and wellbeing',
};

const theNegotiation: Record<Language, string> = {
  fi: 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelua',
  sv: 'den årliga förhandlingen om främjande av hälsa och välfärd',
  en: 'the yearly negotiation on promoting health and wellbeing',
};
const handlingOf: Record<Language, (matter: string) => string> = {
  fi: (matter) => `${matter} käsittelyä`,
  sv: (matter) => `behandlingen av ${matter}`,
  en: (matter) => `the handling of ${matter}`,
};

function requestAbout(language: Language, matter: HandledMatter | undefined): string {
  return matter ? handlingOf[language](handledMatterWords[language][matter].short) : theNegotiation[language];
}

const reasonIs: Record<Language, string> = { fi: 'Syy:', sv: 'Orsak:', en: 'Reason:' };

const withdrawn: Record<Language, { lead: (wanted: string) => string; dueWas: string }> = {
  fi: { lead: (wanted) => `ei enää pyydä ${wanted}.`, dueWas: 'vastauspäivä oli' },
  sv: { lead: (wanted) => `ber inte längre om ${wanted}.`, dueWas: 'svarsdagen var' },
  en: { lead: (wanted) => `no longer asks for ${wanted}.`, dueWas: 'the reply date was' },
};

/** A request that has nothing to do with the negotiation is called by its own name. */
function writeOfRequest({ subjectMatter: matter, ...data }: Data & Asked, language: Language) {
  const { lead, dueWas } = withdrawn[language];
  const { headline, rest } = words[language].request;
  const { wanted, ...name } = wordsOf({ ...data, subjectMatter: matter }, language);
  const from = { fi: fi.fromYou, sv: sv.name, en: en.name }[language](data.organisation);
  return letter(
    subject(`${headline}: ${inSentence(name)}, ${dueWas} ${shortDateOf(data.dueAt, language)}`, data, language),
    `${plainName(data.county, language)} ${lead(wanted({ from }))}`,
    paragraph(reasonIs[language], data.reason),
    `${rest} ${nothingToDo[language]}`,
    closing[language](data),
  );
}

type Asked = { subjectMatter: RequestSubject; dueAt: Instant };

function isOfRequest(data: Data): data is Data & Asked {
  return (
    data.what === 'request' &&
    requestSubject.safeParse(data.subjectMatter).success &&
    !!data.dueAt &&
    data.subjectMatter !== 'advance-assignment'
  );
}

function handledIn(data: Data): HandledMatter | undefined {
  return handledMatter.safeParse(data.subjectMatter).data;
}

function write(data: Data, language: Language) {
  if (isOfRequest(data)) return writeOfRequest(data, language);
  const { headline, lead, rest } = words[language][data.what];
  const on = data.negotiation?.on;
  const handled = handledIn(data);
  const matter = handled && handledMatterWords[language][handled].label.toLowerCase();
  return letter(
    subject(`${headline}: ${matter ?? called[language]}${on ? ` ${shortDate(on, language)}` : ''}`, data, language),
    `${plainName(data.county, language)} ${lead(data, on ? onDate(on, language) : '')}`,
    paragraph(reasonIs[language], data.reason),
    `${rest} ${nothingToDo[language]}`,
    closing[language](data),
  );
}

/**
 * Tells that the negotiation has been cancelled, that one party is not invited to it any more, or that one request about it
 * has been withdrawn, and that nothing needs to be done. `reason` is the coordinator's own wording.
 */
export const cancelled = defineTemplate({
  audience: 'party',
  schema,
  sample: {
    ...toMunicipality,
    what: 'negotiation',
    reason: 'Neuvottelu pidetään myöhemmin syksyllä. Uusi kutsu lähetetään erikseen.',
    negotiation,
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});
