import { helsinkiDate } from '@app/domain';
import { closing, pageLine } from '../closing';
import { longDate, shortDateOf } from '../dates';
import { history, line, mailCommon, moment, subjectMatter, whichRequest, wordingOrLine } from '../fields';
import { letter, paragraph, sentences } from '../letter';
import { en, fi, inLanguage, plainName, sv } from '../names';
import { requestHistory } from '../request-history';
import { assignmentDueAt, assignmentHistory, compiledOn, toMunicipality } from '../samples';
import { subject } from '../subject';
import { canStillBeGiven, inSentence, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

/**
 * Proposes to the coordinator that a request be taken to the organisation's manager; only the coordinator sends it.
 * `organisation` is the one that has not answered. An answer can still be given until `lastOn`.
 */
export const escalationProposed = defineTemplate({
  audience: 'coordinator',
  schema: mailCommon.extend({
    subjectMatter,
    dueAt: moment,
    history,
    managerRole: wordingOrLine.optional(),
    workflowId: line.optional(),
    ...whichRequest,
  }),
  sample: {
    ...toMunicipality,
    recipientName: 'Eero Esimerkki',
    recipientIsAsked: true,
    link: 'https://vuosikello.example.invalid/workflows/hyte-negotiation-2026.answer-016',
    subjectMatter: 'advance-assignment',
    dueAt: assignmentDueAt,
    history: assignmentHistory,
    managerRole: { fi: 'kunnanjohtaja', sv: 'kommundirektören', en: 'municipal manager' },
    workflowId: 'hyte-negotiation-2026.answer-016',
    lastOn: compiledOn,
  },
  fi: (data) => {
    const words = wordsOf(data, 'fi');
    const role = data.managerRole === undefined ? '' : `${inLanguage(data.managerRole, 'fi')}, `;
    return letter(
      subject(
        `Ehdotus viedä pyyntö johtajalle: ${inSentence(words)}, vastauspäivä oli ${shortDateOf(data.dueAt, 'fi')}`,
        data,
        'fi',
      ),
      `${plainName(data.county, 'fi')} ei ole saanut ${words.wanted({ from: fi.fromThem(data.organisation) })}. ` +
        `Vastauspäivä oli ${longDate(helsinkiDate(data.dueAt), 'fi')}.`,
      paragraph(
        sentences(
          `Ehdotamme, että pyyntö viedään johtajalle (${role}${fi.label(data.organisation)}).`,
          'Tee se toiminnolla ”Vie johtajalle”.',
          data.workflowId && `Asian tunnus on ${data.workflowId}.`,
        ),
        pageLine('Avaa asia', data.link),
        'Johtajalle ei lähde viestiä, ellet vie pyyntöä hänelle.',
      ),
      requestHistory(data.history, 'fi'),
      `${canStillBeGiven(data, 'fi')}.`,
      closing.fi(data),
    );
  },
  sv: (data) => {
    const words = wordsOf(data, 'sv');
    const role = data.managerRole === undefined ? '' : `${inLanguage(data.managerRole, 'sv')}, `;
    return letter(
      subject(
        `Förslag om att föra begäran till ledningen: ${inSentence(words)}, svarsdagen var ${shortDateOf(data.dueAt, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} har inte fått ${words.wanted({ from: sv.name(data.organisation) })}. ` +
        `Svarsdagen var ${longDate(helsinkiDate(data.dueAt), 'sv')}.`,
      paragraph(
        sentences(
          `Vi föreslår att begäran förs till ledningen (${role}${plainName(data.organisation, 'sv')}).`,
          'Gör det med funktionen ”För till ledningen”.',
          data.workflowId && `Ärendets beteckning är ${data.workflowId}.`,
        ),
        pageLine('Öppna ärendet', data.link),
        'Inget meddelande skickas till ledningen om du inte för begäran dit.',
      ),
      requestHistory(data.history, 'sv'),
      `${canStillBeGiven(data, 'sv')}.`,
      closing.sv(data),
    );
  },
  en: (data) => {
    const words = wordsOf(data, 'en');
    const role = data.managerRole === undefined ? '' : `${inLanguage(data.managerRole, 'en')}, `;
    return letter(
      subject(
        `Proposal to escalate: ${inSentence(words)}, reply date was ${shortDateOf(data.dueAt, 'en')}`,
        data,
        'en',
      ),
      `${plainName(data.county, 'en')} has not received ${words.wanted({ from: en.name(data.organisation) })}. ` +
        `The reply date was ${longDate(helsinkiDate(data.dueAt), 'en')}.`,
      paragraph(
        sentences(
          `We propose that the request be taken to the manager (${role}${plainName(data.organisation, 'en')}).`,
          'Do so with the action “Escalate to the manager”.',
          data.workflowId && `The identifier of the matter is ${data.workflowId}.`,
        ),
        pageLine('Open the matter', data.link),
        'Nothing is sent to the manager unless you take the request there.',
      ),
      requestHistory(data.history, 'en'),
      `${canStillBeGiven(data, 'en')}.`,
      closing.en(data),
    );
  },
});
