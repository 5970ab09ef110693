import { freeTextFields } from '@app/ledger';
import { erasedMark } from '../persons/erased-mark';

/**
 * What is a text in an event is said in libs/ledger/src/events/content.ts: whatever is not empty and stands in a field of free text, or is no
 * lower-case token and no instant.
 */
const isText = (path: string, text: string) =>
  `(${text} <> '' and (${path} ~ '/(?:${[...freeTextFields].join('|')})(?:/|$)'
    or not ${text} ~ '^(?:[a-z0-9][a-z0-9._:/+-]{0,119}|[0-9]{4}-[0-9][0-9]-[0-9][0-9]T[0-9:.]+Z)$' collate "C"))`;

/** Every value in a JSON document that holds no further ones, by its JSON Pointer (RFC 6901). */
export const leavesOf = `
create function vuosikello.leaves_of(p_value jsonb) returns table (path text, value jsonb)
language sql immutable set search_path = pg_catalog, pg_temp as $$
  with recursive inside (path, value) as (
    select '', p_value
    union all
    select i.path || '/' || c.key, c.value
    from inside i
    cross join lateral (
      select replace(replace(o.key, '~', '~0'), '/', '~1') as key, o.value
        from jsonb_each(case jsonb_typeof(i.value) when 'object' then i.value else '{}' end) o
      union all
      select (a.place - 1)::text, a.value
        from jsonb_array_elements(case jsonb_typeof(i.value) when 'array' then i.value else '[]' end) with ordinality a (value, place)) c)
  select i.path, i.value from inside i
  where not (jsonb_typeof(i.value) in ('object', 'array')) or i.value in ('{}', '[]')
$$`;

/** That a text is another with the mark in the place of some of its words: with anything in the place of the mark it is the other one. */
const isCutFrom = (text: string, other: string) => {
  const plain = ['\\', '%', '_'].reduce((escaped, one) => `replace(${escaped}, '${one}', '\\${one}')`, text);
  return `${other} like replace(${plain}, '${erasedMark}', '_%')`;
};

/**
 * Puts the mark in the place of words of an event, so that the event still proves what it did: what is left of the salts is worked out
 * here, whoever calls. Only texts can be cut, and where they are cut the mark stands ("${erasedMark}"); what is left of them, ids, dates,
 * numbers, and which texts there are stay as they were. Raises check_violation otherwise. The fingerprint of the command that said it goes too.
 */
export const replaceTexts = `
create function vuosikello.replace_texts(p_county text, p_stream text, p_seq integer, p_body text, p_note text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_event vuosikello.event;
  v_old jsonb;
  v_new jsonb;
  v_known jsonb;
  v_left jsonb;
begin
  perform set_config('app.county', p_county, true);
  select e.* into v_event from vuosikello.event e
    where e.county = p_county and e.stream = p_stream and e.seq = p_seq for update;
  if v_event.body is null or (v_event.note is null) <> (p_note is null)
    or v_event.salt is null and v_event.salts_left is null then
    raise exception 'There are no texts to replace in event % of %', p_seq, p_stream using errcode = 'check_violation';
  end if;
  v_old := jsonb_strip_nulls(jsonb_build_object('note', v_event.note))
    || jsonb_build_object('commandId', v_event.command_id, 'data', v_event.body::jsonb);
  v_new := jsonb_strip_nulls(jsonb_build_object('note', p_note))
    || jsonb_build_object('commandId', v_event.command_id, 'data', p_body::jsonb);
  v_known := coalesce(v_event.salts_left::jsonb, '{}');

  if exists (
    select from vuosikello.leaves_of(v_old) o full join vuosikello.leaves_of(v_new) n on n.path = o.path
    where o.value is distinct from n.value
      and not coalesce(jsonb_typeof(o.value) = 'string' and jsonb_typeof(n.value) = 'string'
        and ${isCutFrom("(n.value #>> '{}')", "(o.value #>> '{}')")}
        and (v_known ? o.path or ${isText('o.path', "(o.value #>> '{}')")}), false))
  then
    raise exception 'Only texts can be erased from event % of %', p_seq, p_stream using errcode = 'check_violation';
  end if;

  select jsonb_object_agg(t.path,
      case
        when v_known -> t.path ? 'hash' then v_known -> t.path
        when t.is_erased then jsonb_build_object('hash', encode(sha256(t.salt || convert_to(t.text, 'UTF8')), 'hex'))
        else jsonb_build_object('salt', encode(t.salt, 'hex'))
      end)
    into v_left
    from (
      select o.path, o.text, o.is_erased,
        case when v_event.salt is null then decode(v_known -> o.path ->> 'salt', 'hex')
             else sha256(v_event.salt || convert_to(o.path, 'UTF8')) end as salt
      from (
        select a.path, a.value #>> '{}' as text, a.value <> b.value as is_erased
          from vuosikello.leaves_of(v_old) a join vuosikello.leaves_of(v_new) b on b.path = a.path
          where jsonb_typeof(a.value) = 'string' and (v_known ? a.path or ${isText('a.path', "(a.value #>> '{}')")})
        union all select '', '', false) o) t;

  update vuosikello.event e set body = p_body, note = p_note, salt = null, salts_left = v_left::text
    where e.county = p_county and e.stream = p_stream and e.seq = p_seq;
  -- A fingerprint of a short text can be guessed.
  update vuosikello.command c set request_hash = 'erased' where c.county = p_county and c.command_id = v_event.command_id;
end $$`;

type FreeTexts = Readonly<Record<string, readonly string[]>>;

/** Columns of free text, by table, in which a person can be named and that are no events: those there were at first. */
export const firstFreeTexts: FreeTexts = {
  notification: ['data', 'resend_reason'],
  notification_content: ['subject', 'text', 'html', 'reply', 'sent_to'],
  digest_content: ['subject', 'text', 'html', 'sent_to'],
  document_name: ['name'],
  work_item: ['payload', 'last_error'],
  answer_draft: ['fields'],
  answer_draft_file: ['name'],
  year_plan: ['draft'],
  plan_revision: ['plan', 'reason'],
  ladder_change: ['reason'],
  task: ['note'],
  silence: ['reason'],
  standing_link: ['label'],
  calendar_token: ['label'],
  api_key: ['label'],
};

/** All there are. A migration that adds one makes `blot_out` anew. */
export const freeTexts: FreeTexts = { ...firstFreeTexts, proposal: ['data', 'note'] };

/** Of these the columns that hold JSON: their texts are looked at one by one, so that no key and no id is damaged. */
const jsonColumns: Readonly<Record<string, 'json' | 'text'>> = {
  'notification.data': 'text',
  'work_item.payload': 'text',
  'answer_draft.fields': 'text',
  'year_plan.draft': 'json',
  'plan_revision.plan': 'json',
  'proposal.data': 'text',
};

/** Fingerprints of what was asked, from which a short text could be guessed: they go with it. */
const fingerprints: Readonly<Record<string, string>> = { ladder_change: 'request_hash' };

/** Columns that erasing a person changes. */
export function erasableColumns(table: string): string[] {
  return [...(freeTexts[table] ?? []), ...(fingerprints[table] ? [fingerprints[table]] : [])];
}

/** A JSON document, written without spaces, with what fits the pattern blotted out of its texts; in a field of free text everything is one. */
export const blotJson = `
create function vuosikello.blot_json(p_value json, p_pattern text, p_path text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare v_text text := p_value #>> '{}';
begin
  case json_typeof(p_value)
    when 'object' then
      return (
        select '{' || coalesce(string_agg(to_json(o.key)::text || ':' || vuosikello.blot_json(o.value, p_pattern, p_path || '/' || o.key), ',' order by o.place), '') || '}'
        from json_each(p_value) with ordinality as o (key, value, place));
    when 'array' then
      return (
        select '[' || coalesce(string_agg(vuosikello.blot_json(a.value, p_pattern, p_path || '/'), ',' order by a.place), '') || ']'
        from json_array_elements(p_value) with ordinality as a (value, place));
    when 'string' then
      if ${isText('p_path', 'v_text')} and v_text ~* p_pattern then
        return to_json(regexp_replace(v_text, p_pattern, '${erasedMark}', 'gi'))::text;
      end if;
    else null;
  end case;
  return p_value::text;
end $$`;

/** Blots out one table's texts. What fits the pattern must fit the quick one too: a hundred times as much is looked through in a second with it. */
function blotted([table, columns]: [string, readonly string[]]): string {
  const isMail = /^(?:notification|digest)_content$/.test(table);
  const blottedOut = (one: string) => {
    const type = jsonColumns[`${table}.${one}`];
    if (!type) return `regexp_replace(${one}, p_pattern, '${erasedMark}', 'gi')`;
    // In a draft is what somebody wrote.
    return `vuosikello.blot_json(${one}::json, p_pattern, '${table === 'answer_draft' ? '/answers' : ''}')::${type}`;
  };
  // A mail to the person may have gone to an address that it had before.
  const newText = (one: string) =>
    one === 'sent_to'
      ? `case when p_mails is null then ${blottedOut(one)} when sent_to is not null then '${erasedMark}' end`
      : blottedOut(one);
  const forgotten = fingerprints[table] ? `, ${fingerprints[table]} = 'erased'` : '';
  const set = columns.map((one) => `${one} = ${newText(one)}`).join(', ') + forgotten;
  const fits = columns
    .map((one) => {
      const changes = jsonColumns[`${table}.${one}`]
        ? `case when ${one}::text ~* p_pattern then ${blottedOut(one)}::text <> ${one}::text else false end`
        : `${one} ~* p_pattern`;
      const was = one === 'sent_to' ? ` or p_mails is not null and sent_to <> '${erasedMark}'` : '';
      return `case when ${one}::text ~* p_quick then ${changes} else false end${was}`;
    })
    .join(' or ');
  const narrowed = isMail ? 'p_mails is null or t.id = any (p_mails)' : 'p_mails is null';
  return `
  update vuosikello.${table} t set ${set} where t.county = p_county and (${narrowed}) and (${fits});
  get diagnostics v_count = row_count;
  if v_count > 0 then place := '${table}'; changed := v_count; return next; end if;`;
}

/**
 * Blots out what fits the pattern (a regular expression, case does not count) in every column of free text of a county. With ids of mails
 * and digests only in those. Gives how many rows of which table were changed.
 */
export const blotOut = (texts: FreeTexts): string => `
create function vuosikello.blot_out(p_county text, p_pattern text, p_mails text[], p_quick text) returns table (place text, changed integer)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare v_count integer;
begin
  perform set_config('app.county', p_county, true);
  if length(p_pattern) < 4 then raise exception 'The pattern is too short' using errcode = 'check_violation'; end if;${Object.entries(texts).map(blotted).join('')}
end $$`;

/** A mail to somebody who has been erased is not sent, also where the sender still has the address. */
export const keepFromErased = `
create function vuosikello.keep_from_erased() returns trigger language plpgsql as $$
begin
  if exists (select from vuosikello.erased_person p where p.county = new.county and p.id = new.contact) then return null; end if;
  return new;
end $$`;

/** Whoever has been erased does not come back under the old id, as when an older file is imported. */
export const refuseErased = `
create function vuosikello.refuse_erased() returns trigger language plpgsql as $$
begin
  if exists (select from vuosikello.erased_person p where p.county = new.county and p.id = new.id) then
    raise exception using errcode = 'VK001', message = format('The contact %s has been erased', new.id), detail = new.id;
  end if;
  return new;
end $$`;
