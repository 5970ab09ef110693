import type { Name, Register } from '@app/domain';

export type Imported = { county: string; organisations: number; bodies: number; contacts: number; changed: number };

export interface RegisterStore {
  /** Makes the county's register what the file says; idempotent. `changed` counts rows written or closed. */
  import(register: Register): Promise<Imported>;
  read(county: string): Promise<Register | undefined>;
  /** Every county: public data. */
  counties(): Promise<{ code: string; name: Name }[]>;
}
