import { z } from 'zod';
import { isTrustworthy } from '../access/oidc/issuer-address';
import type { OidcSettings } from '../access/oidc/oidc-settings';

const claim = z.string().max(200, 'must be the name of a claim, of 200 characters at most');

/** The settings of the issuer whose tokens are taken. */
export const oidcSchema = {
  OIDC_ISSUER: z
    .string()
    .refine(
      (address) => isTrustworthy(address) && !address.includes('?'),
      'must be the issuer’s https address exactly as its tokens write it (http only for this machine itself)',
    )
    .optional(),
  OIDC_AUDIENCE: z.string().max(500, 'must be what the issuer calls this API').optional(),
  OIDC_ROLE_CLAIM: claim.default('roles'),
  OIDC_COUNTY_CLAIM: claim.default('county'),
};

/** Whose tokens are taken; undefined: nobody's. */
export function oidcIn({
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: audience,
  OIDC_ROLE_CLAIM: roleClaim,
  OIDC_COUNTY_CLAIM: countyClaim,
}: z.infer<z.ZodObject<typeof oidcSchema>>): OidcSettings | undefined {
  return issuer === undefined || audience === undefined ? undefined : { issuer, audience, roleClaim, countyClaim };
}
