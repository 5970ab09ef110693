import { helsinkiDate } from '@app/domain';
import { z } from 'zod';
import { closing, withLink } from '../closing';
import { shortDate } from '../dates';
import { basis, civilDate, mailCommon, moment, requestSubject, whichRequest } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { passedReplyDate } from '../reply-date';
import { assignmentDueAt, compiledOn, toRespondent } from '../samples';
import { subject } from '../subject';
import { doItStill, nearLastDay, soon, wordsOf } from '../subject-matter';
import { passItOn } from '../pass-on';
import { defineTemplate } from '../template';

/** The reply date has passed; the answer can still be given until the answers are compiled on `lastOn`. A day far ahead is not named. */
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
    const lastOn = nearLastDay(data);
    return letter(
      subject(`${head}: vastaus ${lastOn ? `vielä viimeistään ${shortDate(lastOn, 'fi')}` : soon.fi}`, data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${wanted({ from: fi.fromYou(data.organisation) })}.`,
      withLink(doItStill(data, 'fi'), data),
      paragraph(
        lastOn && usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'fi'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.fi(data, passItOn.fi(data)),
    );
  },
  sv: (data) => {
    const { head, wanted, usedThen, voluntary } = wordsOf(data, 'sv');
    const lastOn = nearLastDay(data);
    return letter(
      subject(`${head}: svar ${lastOn ? `kan lämnas till och med ${shortDate(lastOn, 'sv')}` : soon.sv}`, data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${wanted({ from: sv.name(data.organisation) })}.`,
      withLink(doItStill(data, 'sv'), data),
      paragraph(
        lastOn && usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'sv'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.sv(data, passItOn.sv(data)),
    );
  },
  en: (data) => {
    const { head, wanted, usedThen, voluntary } = wordsOf(data, 'en');
    const lastOn = nearLastDay(data);
    return letter(
      subject(`${head}: reply ${lastOn ? `still possible until ${shortDate(lastOn, 'en')}` : soon.en}`, data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${wanted({ from: en.name(data.organisation) })}.`,
      withLink(doItStill(data, 'en'), data),
      paragraph(
        lastOn && usedThen,
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'en'),
        data.voluntary ? voluntary : undefined,
      ),
      closing.en(data, passItOn.en(data)),
    );
  },
});
