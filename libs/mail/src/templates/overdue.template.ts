import { helsinkiDate } from '@app/domain';
import { z } from 'zod';
import { closing, forwardIt, withLink } from '../closing';
import { shortDate } from '../dates';
import { basis, civilDate, mailCommon, moment, requestSubject, whichRequest } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { passedReplyDate } from '../reply-date';
import { assignmentDueAt, compiledOn, toRespondent } from '../samples';
import { subject } from '../subject';
import { canStillBeGiven, wordsOf } from '../subject-matter';
import { defineTemplate } from '../template';

/** The reply date has passed; the answer can still be given until the answers are compiled on `lastOn`. */
export const overdue = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({
    ...whichRequest,
    subjectMatter: requestSubject,
    dueAt: moment,
    basis: basis.optional(),
    lastOn: civilDate,
    voluntary: z.boolean(),
  }),
  sample: {
    ...toRespondent,
    dueAt: assignmentDueAt,
    subjectMatter: 'advance-assignment',
    basis: 'requested',
    lastOn: compiledOn,
    voluntary: true,
  },
  fi: (data) => {
    const { head, wanted, usedThen, voluntary } = wordsOf(data, 'fi');
    return letter(
      subject(`${head}: vastaus vielä viimeistään ${shortDate(data.lastOn, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${wanted({ from: fi.fromYou(data.organisation) })}.`,
      withLink(canStillBeGiven(data, 'fi'), data),
      paragraph(
        usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'fi'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.fi(data, forwardIt.fi(data)),
    );
  },
  sv: (data) => {
    const { head, wanted, usedThen, voluntary } = wordsOf(data, 'sv');
    return letter(
      subject(`${head}: svar kan lämnas till och med ${shortDate(data.lastOn, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${wanted({ from: sv.name(data.organisation) })}.`,
      withLink(canStillBeGiven(data, 'sv'), data),
      paragraph(
        usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'sv'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.sv(data, forwardIt.sv(data)),
    );
  },
  en: (data) => {
    const { head, wanted, usedThen, voluntary } = wordsOf(data, 'en');
    return letter(
      subject(`${head}: reply still possible until ${shortDate(data.lastOn, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${wanted({ from: en.name(data.organisation) })}.`,
      withLink(canStillBeGiven(data, 'en'), data),
      paragraph(
        usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'en'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.en(data, forwardIt.en(data)),
    );
  },
});
