export type MetricDefinition = {
  name: string;
  help: string;
  /** Of a few known values each: never an id, a path with an id, or anything of a person. */
  labels?: readonly string[];
  buckets?: readonly number[];
};

const fast = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const patient = [1, 5, 15, 30, 60, 120, 300, 900, 3_600, 21_600];

/** Of both processes. */
export const commonMetrics = {
  commands: {
    name: 'vuosikello_commands_total',
    help: 'Commands given, by the definition of their workflow, their name and what became of them.',
    labels: ['definition', 'command', 'outcome'],
  },
  refusals: {
    name: 'vuosikello_refusals_total',
    help: 'Commands that a workflow refused, by the code of the refusal.',
    labels: ['code'],
  },
  databaseUp: { name: 'vuosikello_database_up', help: '1 while the database answers, else 0.' },
  databaseConnections: {
    name: 'vuosikello_database_connections',
    help: 'Connections of the pool: open, idle; and callers that wait for one.',
    labels: ['state'],
  },
} as const satisfies Record<string, MetricDefinition>;

export const apiMetrics = {
  requests: {
    name: 'vuosikello_http_requests_total',
    help: 'Requests answered, by method, template of the route and status.',
    labels: ['method', 'route', 'status'],
  },
  requestSeconds: {
    name: 'vuosikello_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labels: ['method', 'route'],
    buckets: fast,
  },
  requestsInHand: { name: 'vuosikello_http_requests_in_hand', help: 'Requests that are being answered.' },
  accesses: {
    name: 'vuosikello_access_notes_total',
    help: 'Notes in the access log, by what was read: given, refused, or failed where the note could not be stored.',
    labels: ['outcome'],
  },
} as const satisfies Record<string, MetricDefinition>;

export const engineMetrics = {
  timerLateness: {
    name: 'vuosikello_timer_lateness_seconds',
    help: 'Business time from when a timer was due to when its command was given.',
    buckets: patient,
  },
  workDone: {
    name: 'vuosikello_work_outcomes_total',
    help: 'Work items handled, by their kind and what became of them.',
    labels: ['kind', 'outcome'],
  },
  work: {
    name: 'vuosikello_work_items',
    help: 'Work items of all counties by kind: due, leased or quarantined.',
    labels: ['kind', 'state'],
  },
  oldestDue: {
    name: 'vuosikello_work_oldest_due_seconds',
    help: 'For how long the oldest due work of a kind has been due; 0 where none is.',
    labels: ['kind'],
  },
  mailSendings: {
    name: 'vuosikello_mail_sendings_total',
    help: 'Attempts to hand a mail to the mail server, by how they ended.',
    labels: ['outcome'],
  },
  mailSendingSeconds: {
    name: 'vuosikello_mail_sending_seconds',
    help: 'Time that handing a mail to the mail server took.',
    buckets: fast,
  },
  mails: { name: 'vuosikello_mails', help: 'Mails of all counties by their state.', labels: ['state'] },
  mailServerUp: { name: 'vuosikello_mail_server_up', help: '1 while the mail server answers, else 0.' },
  mailHolds: { name: 'vuosikello_mail_holds', help: 'Switches that stop mail, of counties and of the installation.' },
  mailHeldSeconds: {
    name: 'vuosikello_mail_held_seconds',
    help: 'For how long the switch that was turned first has stopped mail; 0 where none does.',
  },
  logBehind: {
    name: 'vuosikello_log_behind_seconds',
    help: 'For how long the event that has waited longest has had no position in its log.',
  },
  logUnreadable: {
    name: 'vuosikello_log_unreadable_counties',
    help: 'Counties whose log ends before an event that cannot be read.',
  },
  signer: {
    name: 'vuosikello_signer',
    help: '1 for the state that the signer of the logs is in: on, off or refuses.',
    labels: ['state'],
  },
  webhooks: { name: 'vuosikello_webhooks', help: 'Webhooks of all counties by their state.', labels: ['state'] },
  deliveries: {
    name: 'vuosikello_webhook_deliveries',
    help: 'Events for webhooks: waiting, or dead, given up.',
    labels: ['state'],
  },
  deliveryLate: {
    name: 'vuosikello_webhook_late_seconds',
    help: 'For how long the latest of the waiting events has been due.',
  },
  queueUp: { name: 'vuosikello_queue_up', help: '1 while a bell that is rung is heard, else 0.' },
  canarySeconds: {
    name: 'vuosikello_queue_canary_seconds',
    help: 'How long the last bell that was rung as a test took until it was heard.',
  },
  lastBackup: {
    name: 'vuosikello_last_backup_timestamp_seconds',
    help: 'When the last backup was taken, in seconds since 1970; 0 where none ever was.',
  },
} as const satisfies Record<string, MetricDefinition>;

/** Of Node itself, which dashboards may show. */
export const processMetrics = [
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_eventloop_lag_p99_seconds',
  'nodejs_eventloop_lag_seconds',
  'nodejs_heap_size_used_bytes',
] as const;
