/** Tables with a heading for each row. On a narrow screen each row becomes a block of its own, with its columns named in it. */
export const tableStyle = `
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
@media screen and (max-width: 48rem) {
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { margin: 0 0 1rem; border: 1px solid var(--line); border-radius: .2rem; }
  tr > th:first-child, tbody td:nth-of-type(n) { width: 100%; border-top: 0; }
  td::before { content: attr(data-column); display: block; color: var(--soft); font-size: .875rem; }
}
`;
