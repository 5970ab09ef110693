/** Whether it is the code of a wellbeing services county, 01–21. Helsinki (90) and Åland (91) are not such counties. */
export function isCountyCode(code: string): boolean {
  return /^(0[1-9]|1\d|2[01])$/.test(code);
}
