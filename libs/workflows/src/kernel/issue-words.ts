import type { Text } from '@app/domain';
import type { z } from 'zod';

/** What a schema finds wrong, for people: what is missing, or what would be right. */

type Issue = z.core.$ZodIssue;

const missing = say('Tämä kenttä puuttuu.', 'Det här fältet saknas.', 'This field is missing.');

const types: Record<string, Text> = {
  string: say('Anna teksti.', 'Ange en text.', 'Give a text.'),
  number: say('Anna luku.', 'Ange ett tal.', 'Give a number.'),
  int: say('Anna kokonaisluku.', 'Ange ett heltal.', 'Give a whole number.'),
  boolean: say('Anna true tai false.', 'Ange true eller false.', 'Give true or false.'),
  array: say('Anna luettelo.', 'Ange en lista.', 'Give a list.'),
  object: say('Anna kenttiä arvoineen.', 'Ange fält med värden.', 'Give fields with their values.'),
  record: say('Anna kenttiä arvoineen.', 'Ange fält med värden.', 'Give fields with their values.'),
  null: say('Jätä tämä tyhjäksi (null).', 'Lämna det här tomt (null).', 'Leave this empty (null).'),
  never: say('Jätä tämä pois.', 'Lämna bort det här.', 'Leave this out.'),
};

const link = say(
  'Anna verkko-osoite, joka alkaa https://.',
  'Ange en webbadress som börjar med https://.',
  'Give a web address that begins with https://.',
);
const day = say(
  'Anna päivä muodossa VVVV-KK-PP, esimerkiksi 2026-08-17.',
  'Ange dagen i formen ÅÅÅÅ-MM-DD, till exempel 2026-08-17.',
  'Give a day as YYYY-MM-DD, for example 2026-08-17.',
);
const moment = say(
  'Anna aika muodossa 2026-08-17T06:00:00Z.',
  'Ange tiden i formen 2026-08-17T06:00:00Z.',
  'Give a time as 2026-08-17T06:00:00Z.',
);
const formats: Record<string, Text> = {
  url: link,
  date: day,
  datetime: moment,
  email: say('Anna sähköpostiosoite.', 'Ange en e-postadress.', 'Give an e-mail address.'),
  uuid: say('Anna UUID-tunnus.', 'Ange ett UUID.', 'Give a UUID.'),
};

const idWords = say(
  'Anna tunnus, jossa on vain pieniä kirjaimia a–z, numeroita ja väliviivoja.',
  'Ange ett id med bara små bokstäver a–z, siffror och bindestreck.',
  'Give an id of small letters a–z, digits and hyphens only.',
);
/** What the expressions that schemas match texts against stand for. */
const patterns: Record<string, Text> = {
  '/^([01]\\d|2[0-3]):[0-5]\\d$/': say(
    'Anna kellonaika muodossa 08:30.',
    'Ange klockslaget i formen 08:30.',
    'Give a time of day as 08:30.',
  ),
  '/^[a-z0-9][a-z0-9-]*$/': idWords,
  '/^[a-z0-9][a-z0-9-]{0,99}$/': idWords,
  '/^\\d{4}-\\d{4}$/': say(
    'Anna vuodet muodossa 2025-2029.',
    'Ange åren i formen 2025-2029.',
    'Give the years as 2025-2029.',
  ),
  '/^\\d{2}$/': say(
    'Anna hyvinvointialueen numero kahdella numerolla, esimerkiksi 09.',
    'Ange välfärdsområdets nummer med två siffror, till exempel 09.',
    'Give the number of the county in two digits, for example 09.',
  ),
};
const otherForm = say(
  'Tieto ei ole oikeassa muodossa.',
  'Uppgiften har inte rätt form.',
  'This does not have the right form.',
);

/** What a value that is not there at all is told by. */
const valueless: readonly string[] = ['invalid_type', 'invalid_value', 'invalid_union'];

/** What is wrong, in fi, sv and en, and what would be right. Never an expression of ours or a type's technical name. */
export function issueWords(issue: Issue): Text {
  if (issue.input === undefined && valueless.includes(issue.code)) return missing;
  switch (issue.code) {
    case 'custom':
      return (issue.params?.text as Text | undefined) ?? otherForm;
    case 'invalid_type':
      // Of what is asked for whatever it may be, only nothing at all is of a wrong type.
      return issue.expected === 'nonoptional' ? missing : (types[issue.expected] ?? otherForm);
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most');
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least');
    case 'invalid_format':
      return (issue.format === 'regex' ? patterns[issue.pattern ?? ''] : formats[issue.format]) ?? otherForm;
    case 'not_multiple_of':
      return say(
        `Anna luku, joka on jaollinen luvulla ${issue.divisor}.`,
        `Ange ett tal som är delbart med ${issue.divisor}.`,
        `Give a multiple of ${issue.divisor}.`,
      );
    case 'unrecognized_keys':
      return unknown(issue.keys);
    case 'invalid_union':
      return unionWords(issue);
    default:
      return otherForm;
  }
}

function say(fi: string, sv: string, en: string): Text {
  return { fi, sv, en };
}

function oneOf(values: readonly string[]): Text {
  const list = values.join(', ');
  if (values.length === 1) return say(`Anna arvo ${list}.`, `Ange värdet ${list}.`, `Give the value ${list}.`);
  return say(`Anna jokin näistä: ${list}.`, `Ange något av dessa: ${list}.`, `Give one of these: ${list}.`);
}

function unknown(keys: readonly string[]): Text {
  const list = keys.map((key) => `"${key}"`).join(', ');
  if (keys.length === 1) return say(`Tuntematon kenttä: ${list}`, `Okänt fält: ${list}`, `Unknown field: ${list}`);
  return say(`Tuntemattomat kentät: ${list}`, `Okända fält: ${list}`, `Unknown fields: ${list}`);
}

/** Where every way to say it lacks the same, that is told; nobody who says something means nothing. */
function unionWords({ errors }: z.core.$ZodIssueInvalidUnion): Text {
  const [first, ...others] = errors
    .map(([issue]) => issue)
    .filter((issue) => issue !== undefined && !(issue.code === 'invalid_type' && issue.expected === 'null'))
    .map((issue) => issueWords({ input: null, ...issue } as Issue));
  return first && others.every((one) => one.fi === first.fi) ? first : otherForm;
}

function bound(origin: string, limit: number, end: 'most' | 'least'): Text {
  const isMost = end === 'most';
  const [fi, sv, en] = isMost
    ? (['enintään', 'högst', 'at most'] as const)
    : (['vähintään', 'minst', 'at least'] as const);
  const one = limit === 1;
  if (origin === 'string' && !isMost && one)
    return say('Täytä tämä kenttä.', 'Fyll i det här fältet.', 'Fill this in.');
  if (origin === 'string')
    return say(
      `Tekstissä saa olla ${fi} ${limit} merkkiä.`.replace('saa olla vähintään', 'on oltava vähintään'),
      isMost ? `Texten får ha högst ${limit} tecken.` : `Texten ska ha minst ${limit} tecken.`,
      `Give ${en} ${limit} characters.`,
    );
  if (origin === 'array')
    return say(
      `Anna ${fi} ${one ? 'yksi' : `${limit} kohtaa`}.`,
      `Ange ${sv} ${one ? 'en' : `${limit} punkter`}.`,
      `Give ${en} ${one ? 'one' : `${limit} items`}.`,
    );
  return say(`Anna ${fi} ${limit}.`, `Ange ${sv} ${limit}.`, `Give ${en} ${limit}.`);
}
