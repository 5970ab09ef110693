import { basisSentence } from '../basis-sentence';
import { closing, withLink } from '../closing';
import { dateAndTime, longDate, shortDateOf } from '../dates';
import { basis, mailCommon, moment, prose, requestSubject, whichRequest } from '../fields';
import { letter, paragraph } from '../letter';
import { en, fi, plainName, sv } from '../names';
import { completionDueAt, toRespondent } from '../samples';
import { subject } from '../subject';
import { wordsOf } from '../subject-matter';
import { passItOn } from '../pass-on';
import { defineTemplate } from '../template';

/** Returns an answer for completion: what is missing, in the coordinator's words, and the new reply date. */
export const completionRequest = defineTemplate({
  audience: 'respondent',
  schema: mailCommon.extend({ ...whichRequest, subjectMatter: requestSubject, reason: prose, dueAt: moment, basis }),
  sample: {
    ...toRespondent,
    subjectMatter: 'advance-assignment',
    reason: 'Vastaus kysymykseen 6 puuttuu: mistä ensi vuoden neuvottelussa pitäisi sopia.',
    dueAt: completionDueAt,
    basis: 'requested',
  },
  fi: (data) => {
    const { head, concerning } = wordsOf(data, 'fi');
    return letter(
      subject(`${head}: vastauksen täydennys viimeistään ${shortDateOf(data.dueAt, 'fi')}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää ${fi.fromYou(data.organisation)} täydennystä vastaukseen, joka koskee ${concerning}.`,
      withLink(`Täydennä vastaus viimeistään ${dateAndTime(data.dueAt, 'fi')}`, data),
      paragraph('Mitä puuttuu:', data.reason),
      paragraph('Aiempi vastaus on tallessa. Vain puuttuva osa tarvitaan.', basisSentence(data.basis, 'fi')),
      closing.fi(data, passItOn.fi(data)),
    );
  },
  sv: (data) => {
    const { head, concerning } = wordsOf(data, 'sv');
    return letter(
      subject(`${head}: komplettering av svaret senast ${shortDateOf(data.dueAt, 'sv')}`, data, 'sv'),
      `${plainName(data.county, 'sv')} ber ${sv.name(data.organisation)} komplettera svaret${concerning}.`,
      withLink(`Komplettera svaret senast ${dateAndTime(data.dueAt, 'sv')}`, data),
      paragraph('Detta saknas:', data.reason),
      paragraph('Det tidigare svaret finns kvar. Bara den del som saknas behövs.', basisSentence(data.basis, 'sv')),
      closing.sv(data, passItOn.sv(data)),
    );
  },
  en: (data) => {
    const { head, concerning } = wordsOf(data, 'en');
    return letter(
      subject(`${head}: completion of the reply by ${shortDateOf(data.dueAt, 'en')}`, data, 'en'),
      `${plainName(data.county, 'en')} asks ${en.name(data.organisation)} to complete its reply${concerning}.`,
      withLink(`Complete the reply by ${dateAndTime(data.dueAt, 'en', longDate)}`, data),
      paragraph('What is missing:', data.reason),
      paragraph('The earlier reply is kept. Only the missing part is needed.', basisSentence(data.basis, 'en')),
      closing.en(data, passItOn.en(data)),
    );
  },
});
