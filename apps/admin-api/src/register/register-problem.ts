import type { Finding, RegisterInput } from '@app/domain';
import type { Issue } from '@app/workflows';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** The lists whose items have an id and are read and changed one by one. */
export type ListName = 'organisations' | 'bodies' | 'contacts';

/** The item that a request changes; without an id a new one, the last of its list. */
export type OwnItem = { list: ListName; id?: string };

/**
 * The errors that keep a change out of the register, as a problem. A field of the item that is being changed is named as in the request,
 * another's as `contacts.<id>.<field>`.
 */
export function registerProblem(findings: readonly Finding[], file: RegisterInput, own?: OwnItem): Problem {
  return findingsProblem(findings, ({ path = [] }) => {
    const [list, index, ...field] = path;
    if (typeof index !== 'number' || !isListName(list)) return path.join('.');
    const items = file[list];
    const id = items[index]?.id;
    const isOwn = own?.list === list && (own.id === undefined ? index === items.length - 1 : id === own.id);
    return isOwn ? field.join('.') : [list, id ?? index, ...field].join('.');
  });
}

function isListName(name: string | number | undefined): name is ListName {
  return name === 'organisations' || name === 'bodies' || name === 'contacts';
}

/** The findings that are errors as a problem that lists each. */
export function findingsProblem(findings: readonly Finding[], pathOf: (finding: Finding) => string): Problem {
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding): Issue => ({ path: pathOf(finding), code: finding.code, message: finding.message }));
  const said = (language: 'fi' | 'sv' | 'en') => errors.map(({ message }) => message[language]).join(' ');
  return new Problem('invalid-data', { errors, detail: text(said('fi'), said('sv'), said('en')) });
}
