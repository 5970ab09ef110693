import { createHash } from 'node:crypto';
import { style } from '../pages/style';
import { tableStyle } from '../pages/table-style';

/** The style of the answer pages, with room for tables and a menu. */
export const deskStyle = `${style}
.band > header, main, .menu ul { max-width: 72rem; }
main { padding-bottom: 3rem; }
main > form, .narrow { max-width: 44rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
.menu { border-bottom: 1px solid #c9d2dd; background: var(--pale); }
.menu ul { flex-wrap: wrap; align-items: center; margin: 0 auto; padding: 0 .4rem; }
.menu form { margin: 0; }
.menu li:last-child { margin-left: auto; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.numbers li { padding: .6rem 1rem; border-left: .35rem solid var(--blue); background: var(--pale); }
.numbers .late { border-color: var(--red); background: #fdf1f1; }
.numbers strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.list { padding: 0; list-style: none; }
ul.list > li { padding: .6rem 0; border-bottom: 1px solid #c9d2dd; }
ul.list > li > * { display: block; }
ul.list p { margin: .1rem 0; }
td.overdue strong, li.overdue strong { color: var(--red); }
td a { font-weight: 400; }
.pages { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; max-width: none; margin: 1rem 0; padding: .75rem 1rem; background: var(--pale); }
.filters .field { flex: 1 1 11rem; margin: 0; }
.filters input[type=date] { max-width: none; }
select, input[type=password] { display: block; width: 100%; padding: .55rem .65rem; border: 1px solid var(--line); border-radius: .2rem; color: inherit; background: #fff; font: inherit; }
.facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .35rem 1.5rem; }
.facts dt { margin: 0; }
.facts dd { margin: 0; }
.history { padding: 0; list-style: none; }
.history li { padding: .5rem 0; border-bottom: 1px solid #c9d2dd; }
.history time { display: block; color: var(--soft); font-size: .9375rem; }
.history .matter { display: block; overflow-wrap: anywhere; }
.commands { padding-left: 1.1rem; }
.commands li { padding: .2rem 0; }
.as-sent { padding: 1rem; border: 1px solid #c9d2dd; white-space: pre-wrap; overflow-wrap: anywhere; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
main th { overflow-wrap: anywhere; }
${tableStyle}
td .status, td p { margin: 0; }
@media (max-width: 30rem) { .facts { display: block; } .facts dt { margin-top: .75rem; } .menu li:last-child { margin-left: 0; } }
`;

/** Lets exactly this style through the policy of the desk's pages. */
export const deskStyleSource = `'sha256-${createHash('sha256').update(deskStyle).digest('base64')}'`;
