import type { Finding } from '../finding';
import { nearestName } from '../nearest-name';
import type { Register } from '../organisations/register';
import type { Text } from '../text';
import type { DraftEntry, Path, PlanDraft } from './plan-draft';
import { workflowKind, workflowNames } from './workflow-kinds';

/** More entries are no plan of a year; nothing beyond them is looked at. */
export const mostEntries = 500;

const countyForm = /^(0[1-9]|1\d|2[01])$/;

/** What is wrong with the plan as a whole: a county that does not exist or is not the register's, too many entries. */
export function wholePlanFindings({ county, entries }: PlanDraft, register: Register | undefined): Finding[] {
  const findings: Finding[] = [];
  if (county !== undefined && !countyForm.test(county)) findings.push(invalid(unknownCounty(county), ['county']));
  else if (county !== undefined && register !== undefined && register.county.code !== county) {
    findings.push(invalid(otherCounty(county, register.county.code), ['county']));
  }
  if (entries.length > mostEntries) findings.push(invalid(tooMany(entries.length), ['entries']));
  return findings;
}

/** Warns of a workflow that nothing is known of, and of a date that looks like a slip of the hand in a known name. */
export function unknownNameFindings({ id, index, workflow, dates }: DraftEntry): Finding[] {
  if (!workflowNames.includes(workflow)) {
    const message = withNearest(unknownWorkflow(workflow), nearestName(workflow, workflowNames));
    return [warning('unknown-workflow', id, message, ['entries', index, 'workflow'])];
  }
  const known = workflowKind(workflow).dates;
  return dates.flatMap(({ name }) => {
    // Another name than the known ones is the author's own affair; one that is nearly known would leave the known one open.
    const meant = known.includes(name) ? undefined : nearestName(name, known);
    if (meant === undefined) return [];
    const message = withNearest(unknownDate(name, workflow), meant);
    return [warning('unknown-date', id, message, ['entries', index, 'dates', name])];
  });
}

function invalid(message: Text, path: Path): Finding {
  return { code: 'invalid-plan', severity: 'error', entry: null, date: null, message, path };
}

function warning(code: string, entry: string | null, message: Text, path: Path): Finding {
  return { code, severity: 'warning', entry, date: null, message, path };
}

function unknownCounty(county: string): Text {
  return {
    fi: `Hyvinvointialuetta ”${county}” ei ole. Tunnukset ovat 01–21, esimerkiksi '09'.`,
    sv: `Det finns inget välfärdsområde ”${county}”. Koderna är 01–21, till exempel '09'.`,
    en: `There is no wellbeing services county “${county}”. The codes are 01–21, for example '09'.`,
  };
}

function otherCounty(county: string, other: string): Text {
  return {
    fi: `Suunnitelma on hyvinvointialueen ${county}, mutta organisaatiot ovat hyvinvointialueen ${other}. Anna saman alueen tiedostot.`,
    sv: `Planen gäller välfärdsområdet ${county}, men organisationerna hör till välfärdsområdet ${other}. Ange filer för samma område.`,
    en: `The plan is of the county ${county}, but the organisations are of the county ${other}. Give the files of one county.`,
  };
}

function tooMany(count: number): Text {
  return {
    fi: `Suunnitelmassa on ${count} merkintää; enimmäismäärä on ${mostEntries}. Jaa suunnitelma vuosiin.`,
    sv: `Planen har ${count} poster; högst ${mostEntries} är tillåtna. Dela upp planen på år.`,
    en: `The plan has ${count} entries; ${mostEntries} is the most. Divide the plan into years.`,
  };
}

function unknownWorkflow(workflow: string): Text {
  return {
    fi: `Työnkulkua ”${workflow}” ei tunneta: sen päiviä ei tarkisteta tarkemmin, eikä sitä käynnistetä.`,
    sv: `Förloppet ”${workflow}” är okänt: dess dagar granskas inte närmare och det startas inte.`,
    en: `The workflow “${workflow}” is not known: its dates are not checked closely, and it is not started.`,
  };
}

function unknownDate(name: string, workflow: string): Text {
  return {
    fi: `Työnkulussa ${workflow} ei ole päivää ”${name}”.`,
    sv: `Förloppet ${workflow} har ingen dag ”${name}”.`,
    en: `The workflow ${workflow} has no date “${name}”.`,
  };
}

/** What was said, and the name that was probably meant. */
export function withNearest(said: Text, nearest: string | undefined): Text {
  if (nearest === undefined) return said;
  return {
    fi: `${said.fi} Tarkoititko ”${nearest}”?`,
    sv: `${said.sv} Menade du ”${nearest}”?`,
    en: `${said.en} Did you mean “${nearest}”?`,
  };
}
