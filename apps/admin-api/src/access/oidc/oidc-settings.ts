/** Whose tokens are taken, and where in them it says what their holder may do. */
export type OidcSettings = {
  /** Exactly as the issuer calls itself. */
  issuer: string;
  /** What the issuer calls this API. */
  audience: string;
  /** Name of a claim, or its path with dots in it. */
  roleClaim: string;
  countyClaim: string;
  /** Least time between two looks for a key that the issuer's set did not have, in milliseconds; half a minute unless told otherwise. */
  keyCooldownMs?: number | undefined;
};
