import type { Language } from '@app/domain';
import { basisSentence } from '../basis-sentence';
import { itemFacts } from '../board-words';
import { closing, withPage } from '../closing';
import { longDate, onDate, shortDate } from '../dates';
import { basis, civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, paragraph } from '../letter';
import { inLanguage, plainName } from '../names';
import { hyteBoard, insideCounty, materialsDueOn, resultCaseNumber, resultHandledOn, resultTitle } from '../samples';
import { subject, titleInSubject } from '../subject';
import { forwardCase } from '../pass-on';
import { defineTemplate } from '../template';

const toPrepare: Record<Language, string> = {
  fi:
    'Mitä valmistellaan: selostus ja perustelut, päätösehdotus, toimivalta (hallintosäännön pykälä), liitteet, ' +
    'vaikutusten ennakkoarviointi tai syy siihen, ettei sitä ole tehty, muutoksenhaku sekä otteen saajat.',
  sv:
    'Detta bereds: redogörelse och motivering, beslutsförslag, behörighet (paragraf i förvaltningsstadgan), bilagor, ' +
    'förhandsbedömning av konsekvenserna eller orsaken till att ingen har gjorts, ändringssökande samt vem som får utdrag.',
  en:
    'What to prepare: the account and its reasons, the proposal, the competence (section of the administrative ' +
    'regulations), attachments, the advance assessment of effects or why there is none, appeal, and who receives extracts.',
};

/** Tells a presenter that a case goes to a body's meeting, by when its materials are due and what belongs to them. */
export const boardItem = defineTemplate({
  audience: 'presenter',
  schema: mailCommon.extend({
    title: wordingOrLine,
    caseNumber: line.optional(),
    body: wordingOrLine,
    meetingKey: line.optional(),
    meetingOn: civilDate.optional(),
    materialsDueOn: civilDate.optional(),
    basis: basis.optional(),
  }),
  sample: {
    ...insideCounty,
    title: resultTitle,
    caseNumber: resultCaseNumber,
    body: hyteBoard,
    meetingOn: resultHandledOn,
    materialsDueOn,
    basis: 'decided',
  },
  fi: (data) => {
    const { materialsDueOn: dueOn } = data;
    const byWhen = dueOn === undefined ? '' : ` viimeistään ${shortDate(dueOn, 'fi')}`;
    return letter(
      subject(`Kokousaineisto${byWhen}: ${titleInSubject(inLanguage(data.title, 'fi'))}`, data, 'fi'),
      `${plainName(data.county, 'fi')} pyytää sinua valmistelemaan asian toimielimen kokoukseen.`,
      withPage(`Toimita aineisto${dueOn === undefined ? '' : ` viimeistään ${onDate(dueOn, 'fi')}`}`, data),
      itemFacts(data, 'fi'),
      paragraph(
        toPrepare.fi,
        'Mitä seuraavaksi: kirjaa kokouksen jälkeen päätös ja pykälä ja lähetä ote.',
        data.basis && basisSentence(data.basis, 'fi'),
      ),
      closing.fi(data, forwardCase.fi(data)),
    );
  },
  sv: (data) => {
    const { materialsDueOn: dueOn } = data;
    const byWhen = dueOn === undefined ? '' : ` senast ${shortDate(dueOn, 'sv')}`;
    return letter(
      subject(`Möteshandlingar${byWhen}: ${titleInSubject(inLanguage(data.title, 'sv'))}`, data, 'sv'),
      `${plainName(data.county, 'sv')} ber dig bereda ett ärende för organets sammanträde.`,
      withPage(`Lämna in handlingarna${dueOn === undefined ? '' : ` senast ${longDate(dueOn, 'sv')}`}`, data),
      itemFacts(data, 'sv'),
      paragraph(
        toPrepare.sv,
        'Nästa steg: anteckna beslutet och paragrafen efter sammanträdet och skicka utdraget.',
        data.basis && basisSentence(data.basis, 'sv'),
      ),
      closing.sv(data, forwardCase.sv(data)),
    );
  },
  en: (data) => {
    const { materialsDueOn: dueOn } = data;
    const byWhen = dueOn === undefined ? '' : ` by ${shortDate(dueOn, 'en')}`;
    return letter(
      subject(`Meeting materials${byWhen}: ${titleInSubject(inLanguage(data.title, 'en'))}`, data, 'en'),
      `${plainName(data.county, 'en')} asks you to prepare a matter for a meeting of the body.`,
      withPage(`Deliver the materials${dueOn === undefined ? '' : ` by ${longDate(dueOn, 'en')}`}`, data),
      itemFacts(data, 'en'),
      paragraph(
        toPrepare.en,
        'What comes next: after the meeting, record the decision and the section and send the extract.',
        data.basis && basisSentence(data.basis, 'en'),
      ),
      closing.en(data, forwardCase.en(data)),
    );
  },
});
