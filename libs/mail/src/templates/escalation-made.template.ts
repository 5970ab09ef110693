import { helsinkiDate } from '@app/domain';
import { closing, linkLine } from '../closing';
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
 * Tells the coordinator that a request went to the organisation's manager by itself, as the county's reminder ladder says.
 * `organisation` is the one that has not answered. An answer can still be given until `lastOn`.
 */
export const escalationMade = defineTemplate({
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
        `Pyyntö on viety johtajalle: ${inSentence(words)}, vastauspäivä oli ${shortDateOf(data.dueAt, 'fi')}`,
        data,
        'fi',
      ),
      `${plainName(data.county, 'fi')} ei ole saanut ${words.wanted({ from: fi.fromThem(data.organisation) })}. ` +
        `Vastauspäivä oli ${longDate(helsinkiDate(data.dueAt), 'fi')}.`,
      paragraph(
        sentences(
          `Pyyntö on nyt viety johtajalle (${role}${fi.label(data.organisation)}), koska hyvinvointialueen muistutusportaissa on niin sovittu.`,
          data.workflowId && `Asian tunnus on ${data.workflowId}.`,
        ),
        linkLine('Avaa asia', data.link),
        'Sinun ei tarvitse tehdä mitään.',
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
        `Begäran har förts till ledningen: ${inSentence(words)}, svarsdagen var ${shortDateOf(data.dueAt, 'sv')}`,
        data,
        'sv',
      ),
      `${plainName(data.county, 'sv')} har inte fått ${words.wanted({ from: sv.name(data.organisation) })}. ` +
        `Svarsdagen var ${longDate(helsinkiDate(data.dueAt), 'sv')}.`,
      paragraph(
        sentences(
          `Begäran har nu förts till ledningen (${role}${plainName(data.organisation, 'sv')}), eftersom det står så i välfärdsområdets påminnelseplan.`,
          data.workflowId && `Ärendets beteckning är ${data.workflowId}.`,
        ),
        linkLine('Öppna ärendet', data.link),
        'Du behöver inte göra något.',
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
        `Escalated to the manager: ${inSentence(words)}, reply date was ${shortDateOf(data.dueAt, 'en')}`,
        data,
        'en',
      ),
      `${plainName(data.county, 'en')} has not received ${words.wanted({ from: en.name(data.organisation) })}. ` +
        `The reply date was ${longDate(helsinkiDate(data.dueAt), 'en')}.`,
      paragraph(
        sentences(
          `The request has now gone to the manager (${role}${plainName(data.organisation, 'en')}), as the county's reminder ladder says.`,
          data.workflowId && `The identifier of the matter is ${data.workflowId}.`,
        ),
        linkLine('Open the matter', data.link),
        'You need not do anything.',
      ),
      requestHistory(data.history, 'en'),
      `${canStillBeGiven(data, 'en')}.`,
      closing.en(data),
    );
  },
});
