import type { OpenedPage } from '../opened-link';
import { explainAcknowledgement } from './acknowledgement';
import { explainAdvanceAssignment } from './advance-assignment';
import type { Explanation } from './explanation';
import { explainOther } from './other';
import { explainRequest } from './request';

/** What is asked on this page. A subject without words of its own is explained by its definition. */
export function explain(page: OpenedPage): Explanation {
  return explainAdvanceAssignment(page) ?? explainRequest(page) ?? explainAcknowledgement(page) ?? explainOther(page);
}
