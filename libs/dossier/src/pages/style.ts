/** The style of a dossier's pages; they fetch nothing. */
export const style = `
:root { color-scheme: light; --ink: #1b2430; --soft: #4a5665; --line: #b6c0cc; --blue: #0b4a8f; }
* { box-sizing: border-box; }
body { max-width: 60rem; margin: 0 auto; padding: 0 1rem 3rem; color: var(--ink); background: #fff; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 3px solid var(--blue); padding: .75rem 0; }
h1 { margin: .5rem 0 .25rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
a { color: var(--blue); }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; margin: .5rem 0; }
dt { color: var(--soft); }
dd { margin: 0; white-space: pre-line; }
.said { display: block; }
.said dd { margin: 0 0 .75rem; }
pre { padding: .5rem .75rem; border: 1px solid var(--line); white-space: pre-wrap; }
ul { padding-left: 1.25rem; }
li { margin: 0 0 .5rem; }
.diagram svg { max-width: 100%; height: auto; }
.soft { color: var(--soft); font-size: .875rem; }
.withheld { padding: .5rem .75rem; border-left: 4px solid var(--blue); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 .5rem; } }
`;
