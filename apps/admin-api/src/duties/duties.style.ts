import { createHash } from 'node:crypto';
import { tableStyle } from '../pages/table-style';

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
a { color: var(--blue); }
${tableStyle}@media print {
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
