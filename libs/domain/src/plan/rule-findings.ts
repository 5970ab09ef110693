import type { Finding } from '../finding';
import { nameIn, type Text } from '../text';
import type { Lack } from './apply-rule';
import type { FailedRule } from './complete-entry';
import type { Path } from './plan-draft';

const infeasible = new Set<Lack['what']>(['body', 'meeting', 'working-day']);

/** Whether the author has to know: what a template cannot derive for want of a date or of a register, is simply not there. */
export function isWorthTelling({ from, lack }: FailedRule): boolean {
  if (lack.what === 'register') return false;
  return from === 'author' || lack.what === 'meeting' || lack.what === 'body';
}

/** A rule gives no date. `order-infeasible` where the calendars of the register do not allow one, `invalid-plan` where the rule itself is wrong. */
export function failedRuleFinding(entry: string | null, { name, lack }: FailedRule, path: Path): Finding {
  const code = infeasible.has(lack.what) ? 'order-infeasible' : 'invalid-plan';
  const said = lackMessage(lack);
  const message = { fi: `${name}: ${said.fi}`, sv: `${name}: ${said.sv}`, en: `${name}: ${said.en}` };
  return { code, severity: 'error', entry, date: null, message, path };
}

function lackMessage(lack: Lack): Text {
  switch (lack.what) {
    case 'date':
      return {
        fi: `sääntö viittaa päivään ”${lack.name}”, jota merkinnällä ei ole tai joka riippuu itse tästä päivästä. Anna päivä tai korjaa sääntö.`,
        sv: `regeln hänvisar till dagen ”${lack.name}”, som posten saknar eller som själv beror på denna dag. Ange dagen eller rätta regeln.`,
        en: `the rule counts from the date “${lack.name}”, which the entry does not have or which itself depends on this date. Give the date or correct the rule.`,
      };
    case 'register':
      return {
        fi: 'sääntö tarvitsee toimielinten kokouspäivät. Anna organisaatiotiedosto.',
        sv: 'regeln behöver organens sammanträdesdagar. Ange organisationsfilen.',
        en: 'the rule needs the bodies’ meetings. Give the organisations file.',
      };
    case 'body':
      return {
        fi: `toimielintä ”${lack.id}” ei ole rekisterissä. Korjaa tunnus tai lisää toimielin.`,
        sv: `organet ”${lack.id}” finns inte i registret. Rätta beteckningen eller lägg till organet.`,
        en: `the body “${lack.id}” is not in the register. Correct the id or add the body.`,
      };
    case 'meeting':
      return noMeetingMessage(
        nameIn(lack.body.name, 'fi'),
        nameIn(lack.body.name, 'sv'),
        nameIn(lack.body.name, 'en'),
        lack.year,
      );
    case 'working-day':
      return {
        fi: `päivien ”${lack.from}” ja ”${lack.to}” välissä ei ole työpäivää. Korjaa päivät.`,
        sv: `mellan dagarna ”${lack.from}” och ”${lack.to}” finns ingen arbetsdag. Rätta dagarna.`,
        en: `there is no working day between the dates “${lack.from}” and “${lack.to}”. Correct the dates.`,
      };
    case 'term':
      return {
        fi: 'valtuustokautta ei tiedetä. Anna kausi (about), esimerkiksi 2025-2029.',
        sv: 'fullmäktigeperioden är okänd. Ange perioden (about), till exempel 2025-2029.',
        en: 'the council term is not known. Give the term (about), for example 2025-2029.',
      };
  }
}

function noMeetingMessage(fi: string, sv: string, en: string, year: number): Text {
  return {
    fi: `sopivaa kokousta ei ole (${fi}, ${year}). Lisää toimielimen kokouspäivät rekisteriin tai anna päivä suunnitelmassa.`,
    sv: `det finns inget lämpligt sammanträde (${sv}, ${year}). Lägg till organets sammanträdesdagar i registret eller ange dagen i planen.`,
    en: `there is no meeting that would do (${en}, ${year}). Add the body’s meetings to the register or give the date in the plan.`,
  };
}
