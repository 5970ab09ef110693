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

/** What is to become of a register; without one, nothing. Whatever else it says goes to whoever asked. */
export type ChangeAnswer = { register?: Register };
export type Changed<Answer extends ChangeAnswer> = Answer & { changes: ImportedChange[] };

export interface RegisterStore {
  /**
   * Makes the county's register what the file says; idempotent. Each merger and transfer in it becomes work for the engine, due when
   * its day begins; one with another date than before becomes due then, and one that is gone is work no more. A dry run only tells what would change, compared with what is there at
   * that moment.
   */
  import(register: Register, options?: { dryRun?: boolean }): Promise<Imported>;
  /**
   * Reads, changes and writes the county's register in one transaction: of two changes at once the second is made in what the first has
   * left. Undefined where the county has no register; what `decide` throws leaves everything as it was.
   */
  change<Answer extends ChangeAnswer>(
    county: string,
    decide: (register: Register) => Answer,
  ): Promise<Changed<Answer> | undefined>;
  read(county: string): Promise<Register | undefined>;
  /** The same with the colleagues to whom answers have been handed over: contacts without a role, whom no file knows. */
  withColleagues(county: string): Promise<Register | undefined>;
  /** Another one as soon as anything of that has changed: finding out costs little beside reading it. */
  version(county: string): Promise<string | undefined>;
  /** Every county: public data. */
  counties(): Promise<{ code: string; name: Name }[]>;
}
