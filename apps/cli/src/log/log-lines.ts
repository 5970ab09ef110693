import { counted } from '../output/print';
import { isUnproved, type LogCheck } from './log-check';

/** What a check came to, in words: what was checked, up to where, and the first fault. */
export function logLines(check: LogCheck): string[] {
  const { county, origin, events, size, root, lastAt, fault } = check;
  const where = check.source === 'database' ? 'in the database' : 'as it is served';
  const lines = [`Event log of county ${county ?? '?'} ${where}${origin === null ? '' : `, "${origin}"`}`];
  if (fault) {
    const place = fault.position === null ? '' : ` at position ${fault.position}`;
    if (isUnproved(fault))
      return [
        ...lines,
        `NOT VERIFIED (${fault.code}): ${fault.detail}.`,
        'This says nothing about the log. See whether the checkpoint that was kept and the key are the right ones.',
      ];
    return [
      ...lines,
      `FAULT${place} (${fault.code}): ${fault.detail}.`,
      'Change nothing, keep a copy of the database, and see docs/log-verifying.md.',
    ];
  }
  return [
    ...lines,
    `Checked: ${counted(events, 'entry', 'entries')}${events > 0 ? `, positions 0 to ${events - 1}, up to ${lastAt ?? ''}` : ''}`,
    size === null
      ? 'NOT CHECKED: what was signed. There is no checkpoint yet.'
      : `Signed: ${counted(size, 'entry', 'entries')}, root ${root ?? ''}; ${counted(check.checkpoints, 'checkpoint')}`,
    ...check.signedBy.map((key) => `Signed by: ${key}`),
    ...(check.old
      ? [`Begins with the ${counted(check.old.size, 'entry', 'entries')} of the checkpoint that was kept`]
      : []),
    ...(check.erased > 0 ? [`Events with erased texts: ${check.erased}`] : []),
    ...(check.disposed > 0 ? [`Events disposed of, whose entry alone is left: ${check.disposed}`] : []),
    check.source === 'database'
      ? 'WELL: every leaf, the tree, every checkpoint; no event is without a position.'
      : 'WELL: every entry, every tile, the root and the checkpoint.',
    ...(check.source === 'tiles'
      ? ['NOT CHECKED: what the events said. An export has it: vuosikello log export --bundle FILE']
      : []),
    ...(size !== null && check.signedBy.length === 0 ? ['NOT CHECKED: signatures. Give the key with --key.'] : []),
    ...(check.old && !check.old.signed
      ? ['NOT CHECKED: who signed the checkpoint that was kept. Give the key of its time with --key.']
      : []),
    ...(check.old
      ? []
      : ['NOT CHECKED: that this is the log as it was before. Give a checkpoint that was kept with --checkpoint.']),
  ];
}
