import { closing, withLink } from '../closing';
import { shortDate } from '../dates';
import { basis, civilDate, mailCommon, wordingOrLine, handledMatter } from '../fields';
import { letter, paragraph } from '../letter';
import { bodyName, en, fi, plainName, sv } from '../names';
import { acknowledgementDueOn, municipalBoard, toRespondent } from '../samples';
import { passedReplyDate } from '../reply-date';
import { subject } from '../subject';
import { doItStill, nearLastDay, subjectMatterWords } from '../subject-matter';
import { forwardIt } from '../pass-on';
import { defineTemplate } from '../template';

/** The date for reporting the handling has passed; it can still be reported, until `lastOn` where such a day is set. */
export const acknowledgementOverdue = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({
    body: wordingOrLine,
    subjectMatter: handledMatter,
    dueOn: civilDate,
    basis: basis.optional(),
    lastOn: civilDate.optional(),
  }),
  sample: {
    ...toRespondent,
    body: municipalBoard,
    subjectMatter: 'negotiation-result-handling',
    dueOn: acknowledgementDueOn,
    basis: 'requested',
  },
  fi: (data) => {
    const lastOn = nearLastDay(data);
    const byWhen =
      lastOn === undefined
        ? `vastauspäivä oli ${shortDate(data.dueOn, 'fi')}`
        : `vielä viimeistään ${shortDate(lastOn, 'fi')}`;
    return letter(
      subject(`${subjectMatterWords.fi[data.subjectMatter].label}: tieto käsittelystä, ${byWhen}`, data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${subjectMatterWords.fi[data.subjectMatter].wanted({ from: fi.fromYou(data.organisation), body: bodyName(data.body, 'fi') })}.`,
      withLink(doItStill(data, 'fi'), data),
      paragraph(
        'Ilmoita käsittelyn päivä, pykälä ja päätös. Jos asiaa ei ole vielä käsitelty, kerro, mihin kokoukseen se menee.',
        passedReplyDate(data.dueOn, data.basis, 'fi'),
        subjectMatterWords.fi[data.subjectMatter].voluntary,
      ),
      closing.fi(data, forwardIt.fi(data)),
    );
  },
  sv: (data) => {
    const lastOn = nearLastDay(data);
    const byWhen =
      lastOn === undefined
        ? `svarsdagen var ${shortDate(data.dueOn, 'sv')}`
        : `kan lämnas till och med ${shortDate(lastOn, 'sv')}`;
    return letter(
      subject(`${subjectMatterWords.sv[data.subjectMatter].label}: uppgifter om behandlingen, ${byWhen}`, data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${subjectMatterWords.sv[data.subjectMatter].wanted({ from: sv.name(data.organisation), body: bodyName(data.body, 'sv') })}.`,
      withLink(doItStill(data, 'sv'), data),
      paragraph(
        'Meddela dagen, paragrafen och beslutet. Om ärendet ännu inte har behandlats, meddela vid vilket sammanträde det tas upp.',
        passedReplyDate(data.dueOn, data.basis, 'sv'),
        subjectMatterWords.sv[data.subjectMatter].voluntary,
      ),
      closing.sv(data, forwardIt.sv(data)),
    );
  },
  en: (data) => {
    const lastOn = nearLastDay(data);
    const byWhen =
      lastOn === undefined
        ? `reply date was ${shortDate(data.dueOn, 'en')}`
        : `still possible until ${shortDate(lastOn, 'en')}`;
    return letter(
      subject(`${subjectMatterWords.en[data.subjectMatter].label}: record of its handling, ${byWhen}`, data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${subjectMatterWords.en[data.subjectMatter].wanted({ from: en.name(data.organisation), body: bodyName(data.body, 'en') })}.`,
      withLink(doItStill(data, 'en'), data),
      paragraph(
        'Please report the date, the section and the decision. If the matter has not been handled yet, tell us which meeting it goes to.',
        passedReplyDate(data.dueOn, data.basis, 'en'),
        subjectMatterWords.en[data.subjectMatter].voluntary,
      ),
      closing.en(data, forwardIt.en(data)),
    );
  },
});
