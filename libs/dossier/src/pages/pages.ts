import { type Language, nameIn, type Name } from '@app/domain';
import type { Instant } from '@app/domain';
import mustache from 'mustache';
import { type Chapter, folderOf } from '../chapter';
import { linesOf } from '../chapter-lines';
import { factsOf, titleOf } from '../facts';
import type { Member } from '../family';
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
<dl>{{#facts}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/facts}}</dl>
${main}
</main>
</body>
</html>
`;

const overviewPage = frame(`<h2>{{words.parts}}</h2>
<ul>{{#parts}}<li><a href="{{href}}">{{title}}</a> <span class="soft">{{about}}</span></li>{{/parts}}</ul>
<ul>
<li><a href="dossier.pdf">{{words.print}}</a></li>
<li><a href="metadata.json">{{words.machine}}</a></li>
</ul>
<p>{{words.check}}{{#hasProofs}} {{words.proofs}}{{/hasProofs}}</p>
<h2>{{words.diagram}}</h2>
<div class="diagram">{{{diagram}}}</div>`);

const chapterPage = frame(`{{#isWithheld}}<p class="withheld">{{words.withheld}}</p>{{/isWithheld}}
<h2>{{words.records}}</h2>
{{#records}}<h3>{{heading}}</h3><p class="soft">{{registered}}</p><dl>{{#said}}<dt>{{label}}</dt><dd>{{value}}</dd>{{/said}}</dl>{{/records}}
{{^records}}<p>{{words.none}}</p>{{/records}}
<h2>{{words.documents}}</h2>
<ul>{{#documents}}<li>{{#path}}<a href="../../{{path}}">{{title}}</a>{{/path}}{{^path}}{{title}}{{/path}} <span class="soft">{{about}}</span></li>{{/documents}}</ul>
{{^documents}}<p>{{words.none}}</p>{{/documents}}
<h2>{{words.events}}</h2>
<ol>{{#events}}<li>{{at}}: {{text}} <span class="soft">({{about}})</span>{{#note}}<br>{{note}}{{/note}}</li>{{/events}}</ol>
<h2>{{words.mails}}</h2>
{{#mails}}<h3>{{subject}}</h3><ul>{{#about}}<li>{{.}}</li>{{/about}}{{#text}}<li><a href="../../{{text}}">{{words.asText}}</a>{{#html}}, <a href="../../{{html}}">{{words.asHtml}}</a>{{/html}}</li>{{/text}}</ul>{{/mails}}
{{^mails}}<p>{{words.none}}</p>{{/mails}}
<p><a href="../../index.html">{{words.back}}</a></p>`);

export type PageHead = { county: Name; language: Language; madeAt: Instant };

/** The first page of a dossier: what the matter is, its parts, and how to check that nothing was changed. */
export function overview(members: readonly Member[], head: PageHead & { hasProofs: boolean; diagram: string }): string {
  const { language, madeAt, hasProofs, diagram } = head;
  const [first] = members;
  if (!first) throw new Error('A matter has at least one workflow');
  const facts = factsOf(first.instance, language);
  return mustache.render(overviewPage, {
    ...shared(first, head),
    ...{ facts, hasProofs, made: `${words.made[language]} ${momentIn(language, madeAt)}` },
    diagram,
    parts: members.map(({ instance }) => ({
      href: `${folderOf(instance)}/index.html`,
      title: titleOf(instance, language),
      about: instance.id,
    })),
  });
}

/** The page of one workflow of a dossier. */
export function chapterPageOf(chapter: Chapter, head: PageHead): string {
  const facts = factsOf(chapter.instance, head.language);
  const lines = linesOf(chapter, head.language);
  return mustache.render(chapterPage, {
    ...shared(chapter, head),
    ...lines,
    ...{ facts, made: null, isWithheld: chapter.withheld },
  });
}

function shared({ instance }: Member, { county, language }: PageHead) {
  return {
    ...{ language, style, name: nameIn(county, language), title: titleOf(instance, language) },
    words: Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[language]])),
  };
}
