import type { Language, Text } from '@app/domain';
import { label } from '../fields';
import type { Role } from '../kernel/command';
import type { AnyDefinition } from '../kernel/definition';

const roleTitles: Record<Role, Text> = {
  admin: label('pääkäyttäjä', 'administratör', 'administrator'),
  coordinator: label('koordinaattori', 'koordinator', 'coordinator'),
  auditor: label('tarkastaja', 'granskare', 'auditor'),
  operator: label('ylläpitäjä', 'driftsansvarig', 'operator'),
  service: label('toinen järjestelmä', 'ett annat system', 'another system'),
  respondent: label('vastaaja', 'den som svarar', 'respondent'),
  clock: label('määräpäivä', 'utsatt dag', 'due date'),
  workflow: label('toinen työnkulku', 'ett annat förlopp', 'another workflow'),
};

/** What the parts are called that several workflows share; a definition names its own in `partTitles`. */
const sharedPartTitles: Record<string, Text> = {
  board: label('toimielin', 'organet', 'the board'),
  coordinator: label('koordinaattori', 'koordinatorn', 'the coordinator'),
  councils: label('valtuustot', 'fullmäktige', 'the councils'),
  county: label('hyvinvointialue', 'välfärdsområdet', 'the county'),
  manager: label('johtaja', 'ledningen', 'the manager'),
  municipalities: label('kunnat', 'kommunerna', 'the municipalities'),
  municipality: label('kunta', 'kommunen', 'the municipality'),
  negotiators: label(
    'hyvinvointialue ja kunnat',
    'välfärdsområdet och kommunerna',
    'the county and the municipalities',
  ),
  parties: label('osapuolet', 'parterna', 'the parties'),
  preparer: label('valmistelija', 'beredaren', 'the preparer'),
  respondent: label('vastaaja', 'den som svarar', 'the respondent'),
  respondents: label('vastaajat', 'de som svarar', 'the respondents'),
};

/** What a part is called that states wait for; by its name in code where nobody has titled it, which a test forbids. */
export function partTitle({ partTitles }: AnyDefinition, part: string, language: Language): string {
  return (partTitles?.[part] ?? sharedPartTitles[part])?.[language] ?? part;
}

/** Whether somebody has said what the part is called. */
export function isTitled({ partTitles }: AnyDefinition, part: string): boolean {
  return (partTitles?.[part] ?? sharedPartTitles[part]) !== undefined;
}

/** Who gives a command, in words. What a coordinator may do an administrator may too, and need not be told. */
export function givenBy(roles: readonly Role[], language: Language): string {
  const told = roles.includes('coordinator') ? roles.filter((role) => role !== 'admin') : roles;
  return told.map((role) => roleTitles[role][language]).join(', ');
}
