import { fourEyesKinds } from './four-eyes-kinds';
import { identityKinds } from './identity-kinds';
import { checkpointKinds } from './checkpoint-kinds';
import { deliveryKinds } from './delivery-kinds';
import { deskKinds } from './desk-kinds';
import { documentKinds } from './document-kinds';
import { logKinds } from './log-kinds';
import { mailKinds } from './mail-kinds';
import { personKinds } from './person-kinds';
import { protectionKinds } from './protection-kinds';
import { webhookKinds } from './webhook-kinds';
import { repeatKinds } from './repeat-kinds';

/** The kinds of problem that belong to one room of the API each. */
export const roomKinds = {
  ...identityKinds,
  ...fourEyesKinds,
  ...documentKinds,
  ...logKinds,
  ...checkpointKinds,
  ...mailKinds,
  ...deliveryKinds,
  ...personKinds,
  ...webhookKinds,
  ...repeatKinds,
  ...protectionKinds,
  ...deskKinds,
};
