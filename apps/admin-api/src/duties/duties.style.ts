import { createHash } from 'node:crypto';

/**
 * The page's whole style. On a narrow screen each row becomes a block of its own, with its columns named in it; on A4 the head of a
 * table is repeated and no row is torn in two where that can be helped.
 */
export const style = `
:root { color-scheme: light; --ink: #1b2430; --soft: #4a5665; --line: #b6c0cc; --blue: #0b4a8f; --red: #8f0f1b; --green: #0f5c32; --amber: #7a4300; }
* { box-sizing: border-box; }
body { max-width: 78rem; margin: 0 auto; padding: 0 1rem 2rem; color: var(--ink); background: #fff; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 3px solid var(--blue); padding: .75rem 0; }
header p { margin: 0; }
.county { font-weight: 650; }
h1 { margin: .5rem 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; line-height: 1.3; }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: 1rem 0; padding: 0; list-style: none; }
.soft { color: var(--soft); }
table { width: 100%; margin: 1rem 0 1.5rem; border-collapse: collapse; }
caption { padding: .5rem 0 .25rem; text-align: left; }
.title { display: block; font-weight: 650; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .5rem .6rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-top: 0; border-bottom: 2px solid var(--ink); color: var(--soft); font-size: .875rem; }
th:first-child { width: 20%; font-weight: 650; }
td:nth-of-type(1) { width: 28%; }
.status { font-weight: 650; }
.fulfilled .status { color: var(--green); }
.at-risk .status { color: var(--amber); }
.missed .status { color: var(--red); }
td p { margin: 0 0 .25rem; }
td ul { margin: 0; padding: 0; list-style: none; }
td li { margin: 0 0 .5rem; padding-left: .6rem; border-left: 2px solid var(--line); }
td li.fulfils { border-left: 4px solid var(--green); }
.event { display: block; color: var(--soft); font-size: .875rem; }
a { color: var(--blue); }
@media screen and (max-width: 48rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: .2rem; }
  tr > th:first-child, tbody td:nth-of-type(n) { width: 100%; border-top: 0; }
  td::before { content: attr(data-column); display: block; color: var(--soft); font-size: .875rem; }
}
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
  h1 { font-size: 15pt; }
  h2 { font-size: 11.5pt; break-after: avoid; }
  caption { padding: 2pt 0; break-after: avoid; }
  th, td { padding: 2pt 4pt; }
  thead th { font-size: inherit; }
  thead { display: table-header-group; }
  td li { break-inside: avoid; }
  .event { font-size: 7.5pt; }
  a { color: inherit; text-decoration: none; }
}
`;

/** Lets exactly this style through the page's content security policy, and nothing else. */
export const policy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; ` +
  "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
