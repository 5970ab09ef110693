import { type KeyRole, keyRoles } from '@app/store';

type Rule = { roles: readonly KeyRole[]; lets: string };

/** Every key may read what belongs to its county. */
const everybody = keyRoles;
/** Auditors and operators only read; what the others may do in a workflow, its definition says. */
const doers = ['admin', 'coordinator', 'service'] as const;
const desk = ['admin', 'coordinator'] as const;
const auditing = ['admin', 'coordinator', 'auditor'] as const;
const admin = ['admin'] as const;

/** What may be done over the API, and in which roles: the one place that says so. Every route names one of these. */
export const permissions = {
  'register:read': { roles: everybody, lets: 'read organisations, contacts, bodies and meetings' },
  'register:write': { roles: desk, lets: 'change organisations, contacts, bodies and meetings' },
  'contacts:revive': { roles: admin, lets: 'write to a contact again whose mail came back' },
  'keys:read': { roles: admin, lets: 'see the API keys, and when they were last used' },
  'keys:write': { roles: admin, lets: 'make and revoke API keys' },
  'four-eyes:read': { roles: everybody, lets: 'see which commands need a second person' },
  'four-eyes:write': { roles: admin, lets: 'say which commands need a second person' },
  'proposals:decide': { roles: desk, lets: 'confirm or reject a command that somebody else has proposed' },
  'persons:erase': { roles: admin, lets: 'erase a person' },
  'plans:read': { roles: everybody, lets: 'read and check the plans of years' },
  'plans:write': { roles: doers, lets: 'save a draft of a year’s plan and put it into force' },
  'definitions:read': { roles: everybody, lets: 'read definitions and diagrams' },
  'workflows:read': { roles: everybody, lets: 'read workflows and their documents' },
  'workflows:write': { roles: doers, lets: 'start workflows and give commands' },
  'workflows:migrate': { roles: admin, lets: 'move running workflows to another version' },
  'documents:write': { roles: desk, lets: 'attach files' },
  'dossiers:read': {
    roles: everybody,
    lets: 'take a matter out as a dossier; what is not public is withheld from most',
  },
  'records:read': { roles: everybody, lets: 'read the record of answers and decisions' },
  'disposals:read': { roles: auditing, lets: 'see what has been disposed of, and what may be' },
  'disposals:write': { roles: admin, lets: 'dispose of records whose time is over' },
  'deadlines:read': { roles: everybody, lets: 'count a time limit of Act 150/1930' },
  'duties:read': { roles: everybody, lets: 'read how the statutory duties stand' },
  'events:read': { roles: auditing, lets: 'read and follow the event log' },
  'log:prove': { roles: everybody, lets: 'get the proof of one event' },
  'log:entries': { roles: ['auditor', 'admin'], lets: 'read the entries of the log' },
  'log:witness': { roles: ['admin', 'service'], lets: 'bring a witness’s line under a checkpoint' },
  'access-log:read': { roles: ['admin', 'auditor'], lets: 'see who has read or exported what' },
  'mails:read': { roles: everybody, lets: 'read notifications, their mails as sent, and those to come' },
  'mails:hold': { roles: ['admin', 'operator'], lets: 'stop the mail of the county, and let it leave again' },
  'mails:resend': { roles: desk, lets: 'send a notification again' },
  'mails:report': { roles: ['service'], lets: 'hand in delivery reports' },
  'ladders:read': { roles: everybody, lets: 'read the reminder ladders' },
  'ladders:write': { roles: desk, lets: 'change the reminder ladders' },
  'silences:read': { roles: everybody, lets: 'see which organisations get no reminders' },
  'silences:write': { roles: desk, lets: 'silence an organisation for a while' },
  'tasks:read': { roles: everybody, lets: 'read the open tasks' },
  'tasks:write': { roles: desk, lets: 'close tasks' },
  'standing-links:read': { roles: auditing, lets: 'see the standing pages of organisations' },
  'standing-links:write': { roles: desk, lets: 'make and revoke standing pages' },
  'calendars:read': { roles: auditing, lets: 'see the calendar feeds' },
  'calendars:write': { roles: desk, lets: 'make and revoke calendar feeds' },
  'webhooks:read': { roles: ['admin', 'auditor'], lets: 'see where events are sent, and what came of it' },
  'webhooks:write': { roles: admin, lets: 'make, change and delete webhooks' },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

export function rolesWith(permission: Permission): readonly KeyRole[] {
  return permissions[permission].roles;
}
