/** People and systems that an issuer of tokens knows. Nothing is kept of them. */
export interface UserStore {
  /**
   * The pseudonym of somebody in the log of a county, 32 hexadecimal digits: the same each time, another one in each county. `subject` is
   * the SHA-256 of what the issuer calls them by.
   */
  idIn(county: string, subject: Uint8Array): Promise<string>;
}
