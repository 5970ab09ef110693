/** XML written by hand: text and attribute values are escaped here and nowhere else. */
export type Xml = { readonly xml: string };

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Characters that no XML document may hold, whatever their form. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Text as the content of an element. */
export function textXml(text: string): Xml {
  return { xml: escaped(text) };
}

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  children: readonly Xml[] = [],
): Xml {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : (value ?? ''))}"`)
    .join('');
  const inner = children.map(({ xml }) => xml).join('');
  return { xml: inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>` };
}

function escaped(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\n]/gu, (character) => entities[character] ?? character);
}

/** Coordinates to a tenth of a pixel. */
function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
