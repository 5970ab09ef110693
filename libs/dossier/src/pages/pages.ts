import { type Instant, nameIn } from '@app/domain';
import mustache from 'mustache';
import { type Chapter, folderOf } from '../chapter';
import { linesOf } from '../chapter-lines';
import type { CheckingPart } from '../checking';
import { factsOf, titleOf } from '../facts';
import type { Member } from '../family';
import type { Names } from '../names';
import { checkWords } from '../words/check-words';
import { words } from '../words/dossier-words';
import { momentIn } from '../words/moment';
import { style } from './style';

const frame = (main: string) => `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<header>
<p>{{name}}</p>
<h1>{{title}}</h1>
{{#made}}<p class="soft">{{made}}</p>{{/made}}
</header>
<main>
${main}
</main>
</body>
</html>
`;

const facts = '<dl>{{#facts}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/facts}}</dl>';

const overviewPage = frame(`${facts}
<h2>{{words.parts}}</h2>
<ul>{{#parts}}<li><a href="{{href}}">{{title}}</a> <span class="soft">{{about}}</span></li>{{/parts}}</ul>
<ul>
<li><a href="dossier.pdf">{{words.print}}</a></li>
<li><a href="metadata.json">{{words.machine}}</a></li>
<li><a href="check.html">{{checkTitle}}</a></li>
</ul>
<h2>{{words.diagram}}</h2>
<div class="diagram">{{{diagram}}}</div>`);

const checkPage = frame(`{{#parts}}<h2>{{heading}}</h2>
<p>{{text}}</p>
${facts}
{{#command}}<pre><code>{{command}}</code></pre>{{/command}}
{{#more}}<p>{{.}}</p>{{/more}}{{/parts}}
<p><a href="index.html">{{words.back}}</a></p>`);

const chapterPage = frame(`${facts}
{{#isWithheld}}<p class="withheld">{{words.withheld}}</p>{{/isWithheld}}
<h2>{{words.records}}</h2>
{{#records}}<h3>{{heading}}</h3><p class="soft">{{registered}}</p>{{#told}}<p>{{told}}</p>{{/told}}<dl class="said">{{#said}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/said}}</dl>{{/records}}
{{^records}}<p>{{words.none}}</p>{{/records}}
<h2>{{words.documents}}</h2>
<ul>{{#documents}}<li>{{#path}}<a href="../../{{path}}">{{title}}</a>{{/path}}{{^path}}{{title}}{{/path}} <span class="soft">{{about}}</span></li>{{/documents}}</ul>
{{^documents}}<p>{{words.none}}</p>{{/documents}}
<h2>{{words.events}}</h2>
<ul>{{#events}}<li>{{at}}: {{text}} <br><span class="soft">{{about}}</span>{{#note}}<br>{{note}}{{/note}}</li>{{/events}}</ul>
<h3>{{words.actors}}</h3>
<dl>{{#actors}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/actors}}</dl>
<h2>{{words.mails}}</h2>
{{#mails}}<h3>{{subject}}</h3><ul>{{#about}}<li>{{.}}</li>{{/about}}{{#text}}<li><a href="../../{{text}}">{{words.asText}}</a>{{#html}}, <a href="../../{{html}}">{{words.asHtml}}</a>{{/html}}</li>{{/text}}</ul>{{/mails}}
{{^mails}}<p>{{words.none}}</p>{{/mails}}
<p><a href="../../index.html">{{words.back}}</a></p>`);

export type PageHead = Names & { madeAt: Instant };

/** The first page of a dossier: what the matter is, its parts, and where it stands. */
export function overview(members: readonly Member[], head: PageHead & { diagram: string }): string {
  const { language, madeAt, diagram } = head;
  const [first] = members;
  if (!first) throw new Error('A matter has at least one workflow');
  return mustache.render(overviewPage, {
    ...shared(head, titleOf(first.instance, head)),
    ...{ diagram, facts: factsOf(first.instance, head), checkTitle: checkWords.title[language] },
    made: `${words.made[language]} ${momentIn(language, madeAt)}. ${words.timeZone[language]}`,
    parts: members.map(({ instance }) => ({
      href: `${folderOf(instance)}/index.html`,
      title: titleOf(instance, head),
      about: instance.id,
    })),
  });
}

/** The page that says how to check a dossier. */
export function checkPageOf(parts: readonly CheckingPart[], head: PageHead): string {
  return mustache.render(checkPage, { ...shared(head, checkWords.title[head.language]), parts });
}

/** The page of one workflow of a dossier. */
export function chapterPageOf(chapter: Chapter, head: PageHead): string {
  const { instance, withheld } = chapter;
  return mustache.render(chapterPage, {
    ...shared(head, titleOf(instance, head)),
    ...linesOf(chapter, head),
    ...{ facts: factsOf(instance, head), isWithheld: withheld },
  });
}

function shared({ county, language }: PageHead, title: string) {
  return {
    ...{ language, style, title, made: null, name: nameIn(county.name, language) },
    words: Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[language]])),
  };
}
