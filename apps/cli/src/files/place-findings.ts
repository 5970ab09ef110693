import type { Finding } from '@app/domain';
import type { Locate } from './yaml-places';

/** The findings with their places in the file: each that says which value it is about gets `where`. */
export function placeFindings(findings: readonly Finding[], locate: Locate): Finding[] {
  return findings.map((finding) => {
    const where = finding.where ?? (finding.path && locate(finding.path));
    return where === undefined ? finding : { ...finding, where };
  });
}
