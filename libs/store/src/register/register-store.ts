import type { Name, Register } from '@app/domain';

/**
 * Something in a register that an import adds, changes or removes. In which order things stand counts too, since of several holders of a
 * role the first is written to: where what stays is put into another order, the county has changed.
 */
export type ImportedChange = {
  kind: 'county' | 'organisation' | 'body' | 'contact';
  id: string;
  how: 'added' | 'changed' | 'removed';
};

/** How many of each the file has, and what the import changed; `changed` is the number of changes. */
export type Imported = {
  county: string;
  organisations: number;
  bodies: number;
  contacts: number;
  changed: number;
  changes: ImportedChange[];
};

export interface RegisterStore {
  /**
   * Makes the county's register what the file says; idempotent. A dry run only tells what would change, compared with what is there at
   * that moment.
   */
  import(register: Register, options?: { dryRun?: boolean }): Promise<Imported>;
  read(county: string): Promise<Register | undefined>;
  /** Every county: public data. */
  counties(): Promise<{ code: string; name: Name }[]>;
}
