import type { Language, Text } from '@app/domain';
import { audienceTitle, type WorkflowEvent } from '@app/workflows';
import type { KnownActor } from '@app/store';
import { titleOf } from '../facts';
import { type Names, organisationName } from '../names';
import { momentIn } from './moment';

const text = (fi: string, sv: string, en: string): Text => ({ fi, sv, en });

type Role = WorkflowEvent['actor']['role'];

const roles: Record<Role, Text> = {
  admin: text('pääkäyttäjä', 'administratör', 'administrator'),
  coordinator: text('koordinaattori', 'koordinator', 'coordinator'),
  auditor: text('tarkastaja', 'granskare', 'auditor'),
  operator: text('ylläpitäjä', 'driftsansvarig', 'operator'),
  service: text('liitetty järjestelmä', 'anslutet system', 'connected system'),
  respondent: text('vastaaja', 'den som svarar', 'respondent'),
  clock: text('järjestelmä', 'systemet', 'the system'),
  workflow: text('järjestelmä', 'systemet', 'the system'),
};

const kinds = {
  clock: text(
    'järjestelmä itse: vaihe, jonka aika tuli',
    'systemet självt: ett steg vars tid var inne',
    'the system itself: a step whose time had come',
  ),
  workflow: text(
    'järjestelmä itse: toinen työnkulku',
    'systemet självt: ett annat förlopp',
    'the system itself: another workflow',
  ),
  cli: text(
    'ylläpitäjä palvelimen komentoriviltä',
    'den driftsansvariga på serverns kommandorad',
    'an operator at the server’s command line',
  ),
  key: text('rajapinta-avain, jonka rooli on', 'API-nyckel med rollen', 'API key of the role'),
  link: text('vastauslinkki', 'svarslänk', 'answer link'),
  sentTo: text('lähetetty', 'sänd', 'sent'),
  standing: text('pysyvä linkki', 'stående länk', 'standing link'),
  gone: text('ei enää tiedossa', 'inte längre känd', 'not known any more'),
};

/** 'koordinaattori (key:09-0d0ed88b)' */
export function actorIn({ id, role }: WorkflowEvent['actor'], language: Language): string {
  return `${roles[role][language]} (${id})`;
}

/** Whose id it is: which key, or which link that was sent to whom. */
export function actorMeaning(
  { id, role }: WorkflowEvent['actor'],
  known: KnownActor | undefined,
  names: Names,
): string {
  const { language } = names;
  if (known?.kind === 'key')
    return `${kinds.key[language]} ${roles[known.role][language]}${known.label === null ? '' : ` (”${known.label}”)`}`;
  if (known?.kind === 'link') return linkMeaning(known, names);
  if (id === 'clock' || id === 'cli') return kinds[id][language];
  if (role === 'workflow') {
    const other = names.workflows.get(id);
    return `${kinds.workflow[language]}${other ? ` (${titleOf(other, names)})` : ''}`;
  }
  return `${roles[role][language]} (${kinds.gone[language]})`;
}

function linkMeaning({ organisation, audience, sentAt }: Extract<KnownActor, { kind: 'link' }>, names: Names): string {
  const { language } = names;
  const whose = organisationName(organisation, names);
  if (audience === null || sentAt === null) return `${kinds.standing[language]}: ${whose}`;
  const whom = audienceTitle(audience)?.[language] ?? audience;
  return `${kinds.link[language]}: ${whose}, ${whom}; ${kinds.sentTo[language]} ${momentIn(language, sentAt)}`;
}
