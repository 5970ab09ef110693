/** A mail's HTML as its reader gets it. */

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity).replaceAll('&amp;', '&');
}

/** What is shown: the body without what is hidden, and without comments. */
function bodyOf(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body.replace(/<!--[\s\S]*?-->/g, '').replace(/<div style="display:none[^>]*>[\s\S]*?<\/div>/, '');
}

/** All that is shown, with single spaces for all white space. */
export function shownText(html: string): string {
  return decoded(bodyOf(html).replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}

/** Where its links lead, each once, in the order of the mail. */
export function linksIn(html: string): string[] {
  const targets = [...bodyOf(html).matchAll(/ href="([^"]*)"/g)].map(([, target = '']) => decoded(target));
  return [...new Set(targets)];
}

/** The headings, paragraphs, lists and links without the layout around them: what a reader approves. */
export function contentOf(html: string): string {
  const kept = /<\/?(h1|h2|p|ul|ol|li|a)\b[^>]*>/g;
  return bodyOf(html)
    .replace(/<(?!\/?(h1|h2|p|ul|ol|li|a)\b)[^>]+>/g, '')
    .replace(kept, (tag) => tag.replace(/ (style|target)="[^"]*"/g, ''))
    .replace(/<p>\s*<\/p>/g, '<hr>')
    .replace(/\n{2,}/g, '\n')
    .replaceAll('<li>', '\n<li>')
    .replaceAll('</p><p>', '</p>\n<p>')
    .trim();
}
