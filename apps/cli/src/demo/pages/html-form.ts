/** A form as a browser would see it on a page of ours: where it goes, and its fields with what already stands in them. */
export type HtmlForm = { action: string; method: string; fields: FormField[] };

export type FormField = {
  name: string;
  type: string;
  value: string;
  required: boolean;
  /** The values a choice offers; undefined where anything may be written. */
  options?: string[];
};

const formPattern = /<form\b([^>]*)>([\s\S]*?)<\/form>/gi;
const fieldPattern =
  /<(input|button)\b([^>]*)>|<(textarea)\b([^>]*)>([\s\S]*?)<\/textarea>|<(select)\b([^>]*)>([\s\S]*?)<\/select>/gi;
const optionPattern = /<option\b([^>]*)>([^<]*)/gi;
const attributePattern = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const entityPattern = /&(#x?[0-9a-f]+|[a-z]+);/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Reads the forms of a page, in its order. Enough HTML for pages that are well-formed; scripts are not run. */
export function formsOf(html: string): HtmlForm[] {
  const page = html.replace(/<!--[\s\S]*?-->/g, '');
  return [...page.matchAll(formPattern)].map(([, head = '', body = '']) => {
    const { action = '', method = 'get' } = attributesOf(head);
    return { action, method: method.toLowerCase(), fields: fieldsOf(body) };
  });
}

/**
 * The body a browser would send: what stands in the form, with the given values filled in.
 * @throws Error when the form has no such field, does not offer such a choice, or a required field stays empty.
 */
export function filled(form: HtmlForm, values: Readonly<Record<string, string>>): URLSearchParams {
  const names = form.fields.map(({ name }) => name);
  const unknown = Object.keys(values).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(', ')}; it has ${names.join(', ')}.`);
  const body = new URLSearchParams();
  for (const { name, value: standing, required, options } of form.fields) {
    const value = values[name] ?? standing;
    if (required && value === '') throw new Error(`The field ${name} must be filled in.`);
    if (options && value !== '' && !options.includes(value)) {
      throw new Error(`The field ${name} does not offer ${value}; it offers ${options.join(', ')}.`);
    }
    body.append(name, value);
  }
  return body;
}

type Attributes = Record<string, string>;

function fieldsOf(body: string): FormField[] {
  const fields = [...body.matchAll(fieldPattern)].flatMap((match) => {
    const [, input, inputHead, textarea, textareaHead, text, , selectHead, choices] = match;
    const attributes = attributesOf(inputHead ?? textareaHead ?? selectHead ?? '');
    if (attributes.name === undefined || 'disabled' in attributes) return [];
    if (input) return inputField(input, attributes);
    // A line break right after the tag is not part of the text.
    if (textarea) return [fieldOf('textarea', attributes, decoded(text ?? '').replace(/^\r?\n/, ''))];
    return [{ ...fieldOf('select', attributes, ''), ...choicesOf(choices ?? '') }];
  });
  return grouped(fields);
}

/** Buttons carry no field of their own here: our forms have one each. */
function inputField(tag: string, attributes: Attributes): FormField[] {
  const { type = tag === 'button' ? 'submit' : 'text', inputmode, value = '' } = attributes;
  if (type === 'submit' || type === 'reset' || type === 'button') return [];
  const isChoice = type === 'radio' || type === 'checkbox';
  // Where a number is asked for, people write it as text.
  if (!isChoice) return [fieldOf(inputmode === 'decimal' ? 'number' : type, attributes, value)];
  return [{ ...fieldOf(type, attributes, 'checked' in attributes ? value : ''), options: [value] }];
}

function fieldOf(type: string, attributes: Attributes, value: string): FormField {
  return { name: attributes.name ?? '', type, value, required: 'required' in attributes };
}

/** Radio buttons of one name are one choice. */
function grouped(fields: readonly FormField[]): FormField[] {
  return fields.reduce<FormField[]>((before, field) => {
    const group =
      field.type === 'radio' ? before.find(({ name, type }) => name === field.name && type === 'radio') : undefined;
    if (!group) return [...before, field];
    const merged = {
      ...group,
      value: group.value || field.value,
      required: group.required || field.required,
      options: [...(group.options ?? []), ...(field.options ?? [])],
    };
    return before.map((other) => (other === group ? merged : other));
  }, []);
}

function choicesOf(html: string): { options: string[]; value: string } {
  const choices = [...html.matchAll(optionPattern)].map(([, head = '', label = '']) => {
    const attributes = attributesOf(head);
    return { value: attributes.value ?? decoded(label).trim(), selected: 'selected' in attributes };
  });
  const chosen = choices.find(({ selected }) => selected) ?? choices[0];
  return { options: choices.map(({ value }) => value), value: chosen?.value ?? '' };
}

function attributesOf(head: string): Attributes {
  return Object.fromEntries(
    [...head.matchAll(attributePattern)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      decoded(double ?? single ?? bare ?? ''),
    ]),
  );
}

function decoded(text: string): string {
  return text.replace(entityPattern, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}
