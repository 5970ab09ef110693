import type { Text } from '@app/domain';

const names: Readonly<Record<string, Text>> = {
  admin: { fi: 'pääkäyttäjä', sv: 'administratör', en: 'administrator' },
  coordinator: { fi: 'koordinaattori', sv: 'koordinator', en: 'coordinator' },
  auditor: { fi: 'tarkastaja', sv: 'granskare', en: 'auditor' },
  operator: { fi: 'ylläpitäjä', sv: 'driftsansvarig', en: 'operator' },
  service: { fi: 'liitetty järjestelmä', sv: 'anslutet system', en: 'connected system' },
  respondent: { fi: 'vastaaja', sv: 'den som svarar', en: 'respondent' },
};

/** What a role of people and of their systems is called; undefined of others. */
export function roleName(role: string): Text | undefined {
  return names[role];
}
