import { createHash } from 'node:crypto';

/** The page's whole style: no other file is fetched. Text sizes follow the reader's own settings. */
export const style = `
:root { color-scheme: light; --ink: #1b2430; --soft: #4a5665; --line: #8391a3; --blue: #0b4a8f; --pale: #eef4fb; --red: #a3121f; --green: #0f5c32; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word; }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1rem; }
.band { border-bottom: 3px solid var(--blue); }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1.5rem; padding-top: .75rem; padding-bottom: .75rem; }
.county { margin: 0; font-weight: 650; }
nav ul { display: flex; gap: .25rem; margin: 0 -.6rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .4rem .6rem; }
nav a[aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
a { color: var(--blue); text-underline-offset: .15em; }
h1 { margin: 1.75rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1.0625rem; }
p { margin: .5rem 0; }
.lead { font-size: 1.125rem; }
.box { margin: 1.25rem 0; padding: .75rem 1rem; border-left: .35rem solid var(--blue); background: var(--pale); }
.box > p:first-child { font-size: 1.125rem; font-weight: 650; }
.done { border-color: var(--green); background: #edf7f0; }
.wrong { border-color: var(--red); background: #fdf1f1; }
.wrong ul { margin: .5rem 0; padding-left: 1.25rem; }
.soft { color: var(--soft); }
form { margin: 0 0 1rem; }
.field { margin: 1.5rem 0; }
label, legend { display: block; margin-bottom: .35rem; padding: 0; font-weight: 650; }
.help { margin: 0 0 .35rem; color: var(--soft); }
.row { margin: 0 0 .75rem; padding: .5rem 1rem .75rem; border-left: .2rem solid #c9d2dd; }
.row .field { margin: .5rem 0; }
.row > legend { color: var(--soft); }
.optional { font-weight: 400; color: var(--soft); }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .3rem 0; }
.choice label { margin: 0; font-weight: 400; }
.choice input { flex: none; width: 1.35rem; height: 1.35rem; margin: .1rem 0 0; accent-color: var(--blue); }
textarea, input[type=text], input[type=email], input[type=url], input[type=date] { display: block; width: 100%; padding: .55rem .65rem; border: 1px solid var(--line); border-radius: .2rem; color: inherit; background: #fff; font: inherit; }
textarea { min-height: 8.5rem; resize: vertical; }
input[type=date] { max-width: 14rem; }
[aria-invalid=true] { border: 2px solid var(--red) !important; }
.error { margin: .25rem 0 .4rem; color: var(--red); font-weight: 650; }
button { padding: .7rem 1.4rem; border: 2px solid var(--blue); border-radius: .2rem; color: #fff; background: var(--blue); font: inherit; font-weight: 650; cursor: pointer; }
button:hover { background: #083a70; }
button.second { color: var(--blue); background: #fff; }
button.second:hover { background: var(--pale); }
button.light { padding: .3rem .8rem; border-width: 1px; color: var(--blue); background: #fff; font-weight: 400; }
button.light:hover { background: var(--pale); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
.files { padding: 1rem; border: 1px dashed var(--line); border-radius: .2rem; }
.chosen { margin: .25rem 0 .75rem; padding: 0; list-style: none; }
.chosen li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1rem; padding: .35rem 0; border-bottom: 1px solid #c9d2dd; }
.chosen span { min-width: 0; overflow-wrap: anywhere; }
input[type=file] { display: block; max-width: 100%; margin: .5rem 0 .75rem; font: inherit; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details.reuse button { margin-bottom: 1rem; }
h4 { margin: .75rem 0 .15rem; font-size: 1.0625rem; }
details { margin: 1rem 0; border: 1px solid var(--line); border-radius: .2rem; padding: 0 1rem; }
summary .standing { color: var(--ink); font-weight: 400; }
summary { padding: .75rem 0; color: var(--blue); font-weight: 650; cursor: pointer; }
dl { margin: .5rem 0; }
dt { margin-top: .75rem; font-weight: 650; }
dd { margin: .15rem 0 0; }
.said { white-space: pre-wrap; }
footer { margin-top: 2.5rem; padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid #c9d2dd; }
.filter { margin: 1rem 0; }
.filter ul { flex-wrap: wrap; margin: 0 -.6rem; }
.box h3 { margin: 0 0 .25rem; font-size: 1.125rem; }
.box h3 + p { font-size: inherit; }
.matters { padding: 0; list-style: none; }
.matters li { padding: .6rem 0; border-bottom: 1px solid #c9d2dd; }
.matters li > * { display: block; }
.steps { padding-left: 1.5rem; }
.steps ul { padding-left: 1.1rem; }
.steps details { padding: 0 .75rem; }
.steps > li { margin: .75rem 0; padding-left: .25rem; }
.steps h3 { margin-top: .5rem; }
:focus-visible { outline: 3px solid #f0a202; outline-offset: 2px; }
@media (max-width: 30rem) { h1 { font-size: 1.45rem; } button { width: 100%; } }
@media print { form, nav, details, .jump, .screen, footer a:not([href^=mailto]) { display: none; } .box { border: 1px solid #000; background: none; } body { font-size: 11pt; } }
`;

/** Lets exactly this style through the page's content security policy. */
export const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
