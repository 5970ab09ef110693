import type { CivilDate, Text } from '@app/domain';
import { numericDate } from '@app/domain';
import { label } from '../fields';
import { type Answering, lateByWorkingDays } from './answering';

/** What a simulation says of itself: on what it rests, and what it leaves out. */

const answered: Record<Answering, Text> = {
  'on-time': label(
    'Kaikki, joilta kysytään, vastaavat määräpäivänä.',
    'Alla som tillfrågas svarar på den sista svarsdagen.',
    'Everybody who is asked answers on the due day.',
  ),
  late: label(
    `Kaikki, joilta kysytään, vastaavat ${lateByWorkingDays} työpäivää myöhässä.`,
    `Alla som tillfrågas svarar ${lateByWorkingDays} arbetsdagar för sent.`,
    `Everybody who is asked answers ${lateByWorkingDays} working days late.`,
  ),
  never: label(
    'Kukaan, jolta hyvinvointialue kysyy, ei vastaa.',
    'Ingen som välfärdsområdet frågar svarar.',
    'Nobody whom the county asks answers.',
  ),
};

export function assumptions(answers: Answering, from: CivilDate): Text[] {
  const day = numericDate(from);
  return [
    label(
      `Suunnitelma vahvistetaan ${day.fi}. Aiemmista vuosista ei oteta mitään mukaan.`,
      `Planen fastställs ${day.sv}. Inget tas med från tidigare år.`,
      `The plan comes into force on ${day.en}. Nothing is taken from earlier years.`,
    ),
    answered[answers],
    label(
      'Koordinaattori ja hyvinvointialueen toimielimet toimivat määräpäivänä. Mille ei ole päivää, se tehdään seuraavana työpäivänä.',
      'Koordinatorn och välfärdsområdets organ agerar på den dag som är utsatt. Det som saknar dag görs följande arbetsdag.',
      'The coordinator and the county’s bodies act on the day that is set. What has no day is done on the next working day.',
    ),
    label(
      'Lomakkeet täytetään esimerkkitiedoin; ihmisen kirjoittaman tekstin paikalla on […]. Toimielimet hyväksyvät.',
      'Blanketterna fylls i med exempel; där någon skulle skriva står […]. Organen godkänner.',
      'Forms are filled in with examples; where somebody would write stands […]. Bodies approve.',
    ),
  ];
}

export const leftOut: readonly Text[] = [
  label(
    'Sähköpostin nopeusrajoja, pidätyksiä, hiljennyksiä ja sähköpostipalvelimen häiriöitä ei oteta huomioon.',
    'Hastighetsgränser, stoppad och tystad e-post samt fel i e-postservern beaktas inte.',
    'Rate limits, holds and silences of mail, and faults of the mail server.',
  ),
  label(
    'Kuntajaon muutoksia kesken vuoden ei viedä käynnissä oleviin työnkulkuihin.',
    'Ändringar i kommunindelningen under året förs inte in i pågående förlopp.',
    'Changes of the area during the year: running workflows do not hear of them.',
  ),
];

export const notDrivenWords = {
  noWorkflow: label(
    'Mikään työnkulku ei vielä toteuta tätä riviä.',
    'Inget förlopp genomför den här raden ännu.',
    'No workflow drives this entry yet.',
  ),
  waitsForOthers: label(
    'Mikään tarjolla olleista toimista ei olisi täyttänyt määräpäivää: se odottaa muita.',
    'Inget av de steg som erbjöds skulle ha uppfyllt dagen: den väntar på andra.',
    'None of the steps that were offered would have met the date: it waits for others.',
  ),
};
