import { type KeyRole, keyRoles } from '@app/store';
import type { Grants } from '../acting-as';
import type { OidcSettings } from './oidc-settings';

type Claims = Readonly<Record<string, unknown>>;

const county = /^\d{2}$/;
const ofOneCounty = /^(\d{2}):(.+)$/;

/**
 * In which counties a token's holder has which roles. A role `coordinator` holds in every county that the county claim names, `09:coordinator`
 * in that one alone. Other values are roles in other systems of the issuer's, and mean nothing here.
 */
export function grantsIn(
  claims: Claims,
  { roleClaim, countyClaim }: Pick<OidcSettings, 'roleClaim' | 'countyClaim'>,
): Grants {
  const counties = textsIn(claims, countyClaim).filter((code) => county.test(code));
  const granted = textsIn(claims, roleClaim).flatMap((value): [string, KeyRole][] => {
    const [, code, named = value] = ofOneCounty.exec(value) ?? [];
    const role = keyRoles.find((one) => one === named);
    if (!role) return [];
    return code === undefined ? counties.map((each) => [each, role]) : [[code, role]];
  });
  const codes = [...new Set(granted.map(([code]) => code))].sort();
  return new Map(codes.map((code) => [code, new Set(granted.flatMap(([of, role]) => (of === code ? [role] : [])))]));
}

/** One text or several. A claim whose name has dots in it is looked up whole first, then step by step. */
function textsIn(claims: Claims, name: string): string[] {
  const steps = Object.hasOwn(claims, name) ? [name] : name.split('.');
  const value = steps.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, step)
        ? (inside as Claims)[step]
        : undefined,
    claims,
  );
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
}
