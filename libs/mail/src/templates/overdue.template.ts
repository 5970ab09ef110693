import { helsinkiDate } from '@app/domain';
import { closing, forwardIt, withLink } from '../closing';
import { shortDate } from '../dates';
import { basis, civilDate, mailCommon, moment } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { passedReplyDate } from '../reply-date';
import { assignmentDueAt, compiledOn, toRespondent } from '../samples';
import { subject } from '../subject';
import { canStillBeGiven, subjectMatterWords } from '../subject-matter';
import { defineTemplate } from '../template';

const subjectMatter = 'advance-assignment';

/** The reply date has passed; the answer can still be given until the answers are compiled on `compiledOn`. */
export const overdue = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({ dueAt: moment, basis: basis.optional(), compiledOn: civilDate }),
  sample: { ...toRespondent, dueAt: assignmentDueAt, basis: 'requested', compiledOn },
  fi: (data) => {
    const { wanted, voluntary } = subjectMatterWords.fi[subjectMatter];
    return letter(
      subject(`Ennakkotehtävä: vastaus vielä viimeistään ${shortDate(data.compiledOn, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} odottaa vielä ${wanted({ from: fi.fromYou(data.organisation) })}.`,
      withLink(canStillBeGiven({ subjectMatter, lastOn: data.compiledOn }, 'fi'), data),
      paragraph(
        'Silloin kokoamme vastaukset neuvottelun pohjaksi. Sen jälkeen tullut vastaus ei ehdi mukaan koontiin.',
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'fi'),
        voluntary,
      ),
      closing.fi(data, forwardIt.fi(data)),
    );
  },
  sv: (data) => {
    const { wanted, voluntary } = subjectMatterWords.sv[subjectMatter];
    return letter(
      subject(`Förhandsuppgift: svar kan lämnas till och med ${shortDate(data.compiledOn, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} väntar ännu på ${wanted({ from: sv.name(data.organisation) })}.`,
      withLink(canStillBeGiven({ subjectMatter, lastOn: data.compiledOn }, 'sv'), data),
      paragraph(
        'Då sammanställer vi svaren som underlag för förhandlingen. Ett svar som kommer senare kan inte tas med.',
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'sv'),
        voluntary,
      ),
      closing.sv(data, forwardIt.sv(data)),
    );
  },
  en: (data) => {
    const { wanted, voluntary } = subjectMatterWords.en[subjectMatter];
    return letter(
      subject(`Advance assignment: reply still possible until ${shortDate(data.compiledOn, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} is still waiting for ${wanted({ from: en.name(data.organisation) })}.`,
      withLink(canStillBeGiven({ subjectMatter, lastOn: data.compiledOn }, 'en'), data),
      paragraph(
        'We then compile the answers as a basis for the negotiation. A later reply cannot be included.',
        passedReplyDate(helsinkiDate(data.dueAt), data.basis, 'en'),
        voluntary,
      ),
      closing.en(data, forwardIt.en(data)),
    );
  },
});
