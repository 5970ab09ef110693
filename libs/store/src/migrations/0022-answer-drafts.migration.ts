import { countyPolicy } from './county-policy';
import { endDeadlineWith } from './0014-paused-mail.migration';
import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';

const definer = `language sql security definer set search_path = pg_catalog, pg_temp`;

/**
 * As in 0014, and with `p_below` -2 for a deadline that runs on with another respondent: what was to ask the earlier one is suppressed,
 * and timers stay. A manager of an organisation that goes on with it is told all the same, and so are the county's own people.
 */
const endDeadline = endDeadlineWith({
  declared: ' v_readdressed boolean := p_below is not distinct from -2;',
  chosen: '\n  if v_readdressed then p_below := null; end if;',
  spared: `
          and (not v_readdressed or m.link and (m.audience <> 'manager' or not exists (
            select from vuosikello.workflow w
            where w.county = p_county and w.id = p_workflow and m.organisation = any (w.organisations))))`,
  reason: `case when v_readdressed then '{"reason":"respondent-changed"}' else '{"reason":"deadline-ended"}' end`,
});

/**
 * What the answer page keeps outside the log, because it can name people and has to go again: drafts with their files, and the
 * colleagues to whom an answer has been handed over. A draft goes when its request ends, and what is old with `drop_old_drafts`.
 */
export const answerDraftsMigration = sqlMigration('0022-answer-drafts', [
  `create table vuosikello.answer_draft (
     county text not null, workflow text not null, organisation text not null,
     version integer not null check (version > 0), form text not null, fields text not null, saved_at timestamptz not null,
     primary key (county, workflow)
   )`,
  `create index answer_draft_saved on vuosikello.answer_draft (saved_at)`,
  `create table vuosikello.answer_draft_file (
     county text not null, workflow text not null, sha256 bytea not null check (sha256 = pg_catalog.sha256(data)),
     place integer not null, name text not null, media_type text not null,
     bytes integer not null check (bytes > 0 and bytes = octet_length(data)), data bytea not null,
     primary key (county, workflow, sha256),
     foreign key (county, workflow) references vuosikello.answer_draft (county, workflow) on delete cascade
   )`,
  `alter table vuosikello.answer_draft_file alter column data set storage external`,
  `create table vuosikello.colleague (
     county text not null, id text not null, workflow text not null, part_of text not null,
     name text not null, email text not null, language text not null check (language in ('fi', 'sv', 'en')),
     added_at timestamptz not null,
     primary key (county, id)
   )`,
  `create index colleague_added on vuosikello.colleague (added_at)`,
  ...['answer_draft', 'answer_draft_file', 'colleague'].flatMap(countyPolicy),
  `grant select, insert, update, delete on vuosikello.answer_draft, vuosikello.answer_draft_file to vuosikello_app`,
  `grant select, insert, delete on vuosikello.colleague to vuosikello_app`,

  `create function vuosikello.drop_draft_of_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       delete from vuosikello.answer_draft d where d.county = new.county and d.workflow = new.id;
       return null;
     end $$`,
  executable(['drop_draft_of_ended'], 'vuosikello_app'),
  `create trigger drop_draft after update on vuosikello.workflow for each row
     when (old.status = 'open' and new.status <> 'open') execute function vuosikello.drop_draft_of_ended()`,

  // A draft that nobody has saved for 90 days, and a colleague 400 days after the hand-over: then the year has ended.
  `create policy across_counties on vuosikello.answer_draft to vuosikello_claims using (true)`,
  `create policy across_counties on vuosikello.colleague to vuosikello_claims using (true)`,
  `grant select (saved_at), delete on vuosikello.answer_draft to vuosikello_claims`,
  `grant select (added_at), delete on vuosikello.colleague to vuosikello_claims`,
  `create function vuosikello.drop_old_drafts() returns void ${definer} as $$
     delete from vuosikello.answer_draft d where d.saved_at < vuosikello.business_now() - interval '90 days';
     delete from vuosikello.colleague c where c.added_at < vuosikello.business_now() - interval '400 days';
   $$`,
  endDeadline,
  // Whose a link was that opens nothing any more: so that its page can say whom to ask, and nothing else.
  `create function vuosikello.ended_link_of(p_hash bytea) returns table (county text) ${definer} stable as $$
     select l.county from vuosikello.response_link l where l.token_hash = p_hash
   $$`,
  ...definerFunctions(['ended_link_of'], 'vuosikello_app'),
  ...definerFunctions(['drop_old_drafts'], 'vuosikello_engine'),
]);
