import { helsinkiDate } from '@app/domain';
import { z } from 'zod';
import { closing, withLink } from '../closing';
import { shortDate } from '../dates';
import { basis, history, mailCommon, moment, subjectMatter, whichRequest } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { passedReplyDate } from '../reply-date';
import { requestHistory } from '../request-history';
import { assignmentDueAt, assignmentHistory, compiledOn, toRespondent } from '../samples';
import { subject } from '../subject';
import { doItStill, nearLastDay, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  subjectMatter,
  dueAt: moment,
  basis: basis.optional(),
  history,
  ...whichRequest,
  voluntary: z.boolean().default(true),
});

/**
 * Tells an organisation's manager what has been asked and when, and what the manager can do. It can still be given
 * until `lastOn`.
 */
export const escalation = defineTemplate({
  audience: 'manager',
  schema,
  sample: {
    ...toRespondent,
    recipientName: 'Niilo Esimerkki',
    subjectMatter: 'advance-assignment',
    dueAt: assignmentDueAt,
    basis: 'requested',
    history: assignmentHistory,
    lastOn: compiledOn,
    voluntary: true,
  },
  fi: (data) => {
    const { head, given, wanted, act, voluntary } = wordsOf(data, 'fi');
    const dueOn = helsinkiDate(data.dueAt);
    const until = nearLastDay(data);
    const byWhen =
      until === undefined
        ? `puuttuu, vastauspäivä oli ${shortDate(dueOn, 'fi')}`
        : `puuttuu, viimeistään ${shortDate(until, 'fi')}`;
    return letter(
      subject(`${head}: ${given} ${byWhen}`, data, 'fi'),
      `${plainName(data.county, 'fi')} on pyytänyt ${wanted({ from: fi.fromYou(data.organisation) })}, ` +
        `eikä ${given} ole vielä tullut.`,
      withLink(doItStill(data, 'fi'), data),
      requestHistory(data.history, 'fi'),
      passedReplyDate(dueOn, data.basis, 'fi'),
      paragraph(
        `Mitä voit tehdä: ${act.toLowerCase()} itse tai välitä tämä viesti sille, joka hoitaa asiaa ` +
          `${fi.inYours(data.organisation)}. Kerro meille, jos ${given} ei ole tulossa.`,
        data.voluntary ? voluntary : undefined,
      ),
      closing.fi(data),
    );
  },
  sv: (data) => {
    const { head, given, wanted, act, voluntary } = wordsOf(data, 'sv');
    const dueOn = helsinkiDate(data.dueAt);
    const until = nearLastDay(data);
    const byWhen =
      until === undefined
        ? `saknas, svarsdagen var ${shortDate(dueOn, 'sv')}`
        : `saknas, kan lämnas till och med ${shortDate(until, 'sv')}`;
    return letter(
      subject(`${head}: ${given} ${byWhen}`, data, 'sv'),
      `${plainName(data.county, 'sv')} har bett ${sv.name(data.organisation)} om ${wanted({})}, ` +
        'och vi har ännu inte fått något svar.',
      withLink(doItStill(data, 'sv'), data),
      requestHistory(data.history, 'sv'),
      passedReplyDate(dueOn, data.basis, 'sv'),
      paragraph(
        `Detta kan du göra: ${act.toLowerCase()} själv eller vidarebefordra meddelandet till den som sköter ärendet i ` +
          `${sv.yours(data.organisation)}. Meddela oss om det inte kommer något svar.`,
        data.voluntary ? voluntary : undefined,
      ),
      closing.sv(data),
    );
  },
  en: (data) => {
    const { head, given, wanted, act, voluntary } = wordsOf(data, 'en');
    const dueOn = helsinkiDate(data.dueAt);
    const until = nearLastDay(data);
    const byWhen =
      until === undefined
        ? `missing, reply date was ${shortDate(dueOn, 'en')}`
        : `missing, still possible until ${shortDate(until, 'en')}`;
    return letter(
      subject(`${head}: ${given} ${byWhen}`, data, 'en'),
      `${plainName(data.county, 'en')} has asked ${en.name(data.organisation)} for ${wanted({})}, ` +
        'and nothing has come yet.',
      withLink(doItStill(data, 'en'), data),
      requestHistory(data.history, 'en'),
      passedReplyDate(dueOn, data.basis, 'en'),
      paragraph(
        `What you can do: ${act.toLowerCase()} yourself, or forward this message to whoever handles the matter in your ` +
          `${en.yours(data.organisation)}. Please tell us if no ${given} is to come.`,
        data.voluntary ? voluntary : undefined,
      ),
      closing.en(data),
    );
  },
});
