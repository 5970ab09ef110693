const backslash = 92;
const quote = 34;

/**
 * The first name that stands twice in one object; undefined where none does. Readers of JSON take the one or the other of two values (RFC 8259,
 * section 4), so that a check before us could have seen another request than we do.
 * @param text valid JSON
 */
export function repeatedName(text: string): string | undefined {
  // Undefined where a list is open.
  const open: (Set<string> | undefined)[] = [];
  let isName = false;
  for (let at = 0; at < text.length; at += 1) {
    const names = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push(new Set());
        isName = true;
        break;
      case '[':
        open.push(undefined);
        isName = false;
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        isName = names !== undefined;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (isName && names) {
          const name = JSON.parse(text.slice(at, end + 1)) as string;
          if (names.has(name)) return name;
          names.add(name);
          isName = false;
        }
        at = end;
        break;
      }
      default:
    }
  }
  return undefined;
}

/** Where the string ends that begins at the quotation mark. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
