import { Problem } from '../problems/problem';

/** The version that a path names. @throws Problem where no version is written like that */
export function versionIn(path: string): number {
  if (!/^[1-9]\d{0,5}$/.test(path)) throw new Problem('unknown-id');
  return Number(path);
}
