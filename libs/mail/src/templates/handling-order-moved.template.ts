import { civilDate as day, type CivilDate, type Language } from '@app/domain';
import { z } from 'zod';
import { matterFacts } from '../board-words';
import { closing, pageLine } from '../closing';
import { longDate, shortDate } from '../dates';
import { civilDate, line, mailCommon, wordingOrLine } from '../fields';
import { letter, type Letter, paragraph } from '../letter';
import { inLanguage, plainName } from '../names';
import { hyteBoard, toCoordinator, resultCaseNumber, resultHandledOn, resultTitle } from '../samples';
import { subject, titleInSubject } from '../subject';
import { defineTemplate } from '../template';

const schema = mailCommon.extend({
  title: wordingOrLine,
  caseNumber: line.optional(),
  because: z.enum(['tabled', 'returned', 'moved', 'late', 'plan']),
  /** A meeting without `on` is not known any more; one without `was` was not known before. */
  moves: z.array(z.object({ body: wordingOrLine, was: civilDate.optional(), on: civilDate.optional() })).min(1),
  workflowId: line,
});
type Data = z.output<typeof schema>;

type Words = {
  headline: string;
  lead: string;
  because: Record<Data['because'], string>;
  was: (on: CivilDate) => string;
  now: (on: CivilDate) => string;
  wasUnknown: string;
  unknown: string;
  toCheck: string;
  toGive: string;
  page: string;
  identifier: string;
};

const words: Record<Language, Words> = {
  fi: {
    headline: 'Kokouksia siirtyy, ensimmäinen',
    lead: 'kertoo, että kokoukset, joissa asia käsitellään, muuttuvat.',
    because: {
      tabled: 'Toimielin pani asian pöydälle.',
      returned: 'Toimielin palautti asian valmisteluun.',
      moved: 'Toimielimen kokouspäivä on toinen kuin ennen.',
      late: 'Ote lähti niin myöhään, että seuraavan toimielimen kokous oli jo mennyt.',
      plan: 'Suunnitellut kokoukset eivät riitä käsittelyjärjestykseen.',
    },
    was: (on) => `oli ${longDate(on, 'fi')}`,
    now: (on) => `nyt ${longDate(on, 'fi')}`,
    wasUnknown: 'ei ollut tiedossa',
    unknown: 'uutta kokousta ei ole tiedossa',
    toCheck:
      'Mitä nyt: tarkista, että uudet päivät sopivat suunnitelmaan. Päivän voi muuttaa toiminnolla ”Siirrä käsittelyä”.',
    toGive: 'Anna puuttuva kokouspäivä samalla toiminnolla, kun se on tiedossa.',
    page: 'Avaa asia',
    identifier: 'Asian tunnus on',
  },
  sv: {
    headline: 'Sammanträden flyttas, det första',
    lead: 'meddelar att de sammanträden där ärendet behandlas ändras.',
    because: {
      tabled: 'Organet bordlade ärendet.',
      returned: 'Organet återremitterade ärendet.',
      moved: 'Organets sammanträdesdag är en annan än tidigare.',
      late: 'Utdraget skickades så sent att följande organs sammanträde redan hade hållits.',
      plan: 'De planerade sammanträdena räcker inte till för behandlingsordningen.',
    },
    was: (on) => `var ${longDate(on, 'sv')}`,
    now: (on) => `nu ${longDate(on, 'sv')}`,
    wasUnknown: 'var inte känt',
    unknown: 'inget nytt sammanträde är känt',
    toCheck:
      'Att göra nu: kontrollera att de nya dagarna passar planen. En dag kan ändras med åtgärden ”Flytta behandlingen”.',
    toGive: 'Ange den sammanträdesdag som saknas med samma åtgärd när den är känd.',
    page: 'Öppna ärendet',
    identifier: 'Ärendets beteckning är',
  },
  en: {
    headline: 'Meetings move, the first',
    lead: 'tells you that the meetings in which a matter is handled have changed.',
    because: {
      tabled: 'The body tabled the matter.',
      returned: 'The body returned the matter for preparation.',
      moved: "The day of the body's meeting is another one than before.",
      late: "The extract went out so late that the next body's meeting had already been held.",
      plan: 'The planned meetings do not suffice for the handling order.',
    },
    was: (on) => `was ${longDate(on, 'en')}`,
    now: (on) => `now ${longDate(on, 'en')}`,
    wasUnknown: 'was not known',
    unknown: 'no new meeting is known',
    toCheck:
      'What to do now: check that the new days fit the plan. A day can be changed with the action “Move the handling”.',
    toGive: 'Give the missing day of the meeting with the same action once it is known.',
    page: 'Open the matter',
    identifier: 'The identifier of the matter is',
  },
};

/** Warns the coordinator that the later meetings of a case move with an earlier one, or that no meeting is known that would do. */
export const handlingOrderMoved = defineTemplate({
  audience: 'coordinator',
  schema,
  sample: {
    ...toCoordinator,
    title: resultTitle,
    caseNumber: resultCaseNumber,
    because: 'tabled',
    moves: [
      { body: hyteBoard, was: resultHandledOn, on: day('2026-11-12') },
      { body: { fi: 'Aluehallitus', sv: 'Välfärdsområdesstyrelsen' }, was: day('2026-11-02'), on: day('2026-11-23') },
      { body: { fi: 'Aluevaltuusto', sv: 'Välfärdsområdesfullmäktige' }, was: day('2026-12-14') },
    ],
    workflowId: 'wellbeing-report-2026.handling',
  },
  fi: (data) => write(data, 'fi'),
  sv: (data) => write(data, 'sv'),
  en: (data) => write(data, 'en'),
});

function write(data: Data, language: Language): Letter {
  const said = words[language];
  const { title, moves, workflowId } = data;
  const first = moves.map(({ was, on }) => was ?? on).find((on) => on !== undefined);
  const headline = first === undefined ? said.headline : `${said.headline} ${shortDate(first, language)}`;
  return letter(
    subject(`${headline}: ${titleInSubject(inLanguage(title, language))}`, data, language),
    `${plainName(data.county, language)} ${said.lead} ${said.because[data.because]}`,
    pageLine(said.page, data.link),
    paragraph(...moves.map((move) => `– ${moved(move, said, language)}`)),
    matterFacts(data, language),
    paragraph(said.toCheck, moves.some(({ on }) => on === undefined) ? said.toGive : undefined),
    `${said.identifier} ${workflowId}.`,
    closing[language](data),
  );
}

function moved({ body, was, on }: Data['moves'][number], said: Words, language: Language): string {
  const before = was === undefined ? said.wasUnknown : said.was(was);
  return `${inLanguage(body, language)}: ${before}, ${on === undefined ? said.unknown : said.now(on)}`;
}
