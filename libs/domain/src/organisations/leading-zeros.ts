type Item = Record<string, unknown>;

/** A register as tables hold it: nothing of its shape is certain yet. */
export type LooseRegister = {
  county: Item;
  bodies: readonly Item[];
  organisations: readonly Item[];
  contacts: readonly Item[];
  interfaces?: readonly Item[];
  changes?: readonly Item[];
};

/**
 * Gives codes their leading zeros back: spreadsheets read `016` as the number 16 and `09` as 9. A municipality's id has three
 * digits and a county's code two; elsewhere a number stands for the one organisation whose code has the same value.
 */
export function withLeadingZeros(register: LooseRegister): LooseRegister {
  const county = mended(register.county, 'code', (code) => padded(code, 2));
  const organisations = register.organisations.map((item) =>
    item.kind === 'municipality' ? mended(item, 'id', (id) => padded(id, 3)) : item,
  );
  const known = [county.code, ...organisations.map(({ id }) => id)].filter(isDigits);
  const reference = (text: string): string => {
    if (known.includes(text)) return text;
    const meant = known.filter((code) => Number(code) === Number(text));
    return meant.length === 1 && meant[0] !== undefined ? meant[0] : text;
  };
  const of = (item: Item): Item => mended(item, 'of', reference);
  return {
    ...register,
    county,
    organisations: organisations.map(of),
    bodies: register.bodies.map(of),
    contacts: register.contacts.map(of),
    ...(register.changes && { changes: register.changes.map((change) => mendedChange(change, reference)) }),
  };
}

function mendedChange(change: Item, reference: (text: string) => string): Item {
  const { from } = change;
  const into = mended(mended(change, 'into', reference), 'organisation', reference);
  const to = mended(into, 'to', (code) => padded(code, 2));
  return Array.isArray(from) ? { ...to, from: from.map((id: unknown) => (isDigits(id) ? reference(id) : id)) } : to;
}

function mended(item: Item, key: string, mend: (text: string) => string): Item {
  const value = item[key];
  return isDigits(value) ? { ...item, [key]: mend(value) } : item;
}

function padded(text: string, digits: number): string {
  return text.padStart(digits, '0');
}

function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,3}$/.test(value);
}
