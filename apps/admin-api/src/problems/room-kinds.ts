import { deliveryKinds } from './delivery-kinds';
import { documentKinds } from './document-kinds';
import { mailKinds } from './mail-kinds';
import { personKinds } from './person-kinds';

/** The kinds of problem that belong to one room of the API each. */
export const roomKinds = { ...documentKinds, ...mailKinds, ...deliveryKinds, ...personKinds };
