import type { Language, Text } from '@app/domain';
import type { Issue } from '@app/workflows';
import { text } from '../language/text';
import type { Field, FormShape } from './form-shape';
import { type FormValues, rowsIn } from './form-values';

/** What is wrong with a field, or with the group whose first field it is. */
export type FieldError = { field: string; message: string };

const missing = text('Täytä tämä kohta.', 'Fyll i den här punkten.', 'Fill this in.');
const missingChoice = text('Valitse vaihtoehto.', 'Välj ett alternativ.', 'Choose one.');
const missingDay = text(
  'Anna päivä, esimerkiksi 17.8.2026.',
  'Ange en dag, till exempel 17.8.2026.',
  'Give a day, for example 17.8.2026.',
);
const missingTime = text(
  'Anna kellonaika, esimerkiksi 8.30.',
  'Ange ett klockslag, till exempel 8.30.',
  'Give a time, for example 8.30.',
);
const missingRow = text('Täytä ainakin yksi rivi.', 'Fyll i minst en rad.', 'Fill in at least one row.');
const notANumber = text(
  'Anna luku, esimerkiksi 24,8.',
  'Ange ett tal, till exempel 24,8.',
  'Give a number, for example 24.8.',
);
const notALink = text(
  'Anna verkko-osoite, joka alkaa https://.',
  'Ange en webbadress som börjar med https://.',
  'Give a web address that begins with https://.',
);

function tooLong(most: number): Text {
  return text(
    `Teksti on liian pitkä. Siinä saa olla enintään ${most} merkkiä.`,
    `Texten är för lång. Den får ha högst ${most} tecken.`,
    `The text is too long. It may have ${most} characters at most.`,
  );
}

/** The kernel's issues as people filling in the form read them, each at its field. */
export function fieldErrors(
  shape: FormShape,
  values: FormValues,
  issues: readonly Issue[],
  language: Language,
): FieldError[] {
  return issues.map(atItsRow(shape, values)).map((issue) => {
    const field = shape.fields.find(({ name }) => name === issue.path);
    if (field) return { field: field.name, message: saying(field, values.get(field.name) ?? '', issue)[language] };
    const first = shape.fields.find(({ name }) => name.startsWith(`${issue.path}.`)) ?? shape.fields[0];
    const isOfList = shape.lists.some(({ name }) => name === issue.path);
    return { field: first?.name ?? '', message: (isOfList ? missingRow : issue.message)[language] };
  });
}

/** The kernel counts the rows that were sent; on the page there may be blank ones between them. */
function atItsRow({ lists, fields }: FormShape, values: FormValues): (issue: Issue) => Issue {
  return (issue) => {
    const list = lists.find(({ name }) => issue.path.startsWith(`${name}.`));
    if (!list) return issue;
    const [index = '', column = ''] = issue.path.slice(list.name.length + 1).split('.');
    const row = rowsIn(list, fields, values)[Number(index)];
    const cell = row?.find(({ path }) => path.at(-1) === column) ?? row?.[0];
    return { ...issue, path: cell?.name ?? list.name };
  };
}

function saying({ kind, maxLength }: Field, value: string, { message }: Issue): Text {
  if (maxLength !== undefined && value.trim().length > maxLength) return tooLong(maxLength);
  if (kind === 'date') return missingDay;
  if (kind === 'time') return missingTime;
  if (kind === 'choice') return missingChoice;
  if (value.trim() === '') return missing;
  if (kind === 'number') return notANumber;
  return kind === 'link' ? notALink : message;
}
