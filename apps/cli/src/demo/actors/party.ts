import type { Register } from '@app/domain';

/** An organisation whose people are written to: the parties, and the county itself. */
export type Party = {
  id: string;
  name: string;
  /** The body that answers for it. */
  answers?: string | undefined;
  /** Tells the parties apart where the scenario spreads them: its place among them all. */
  no: number;
  of: number;
};

/** Everybody of the register by the address that their mail comes to: the registries, and people in any role. */
export function addressBook({ county, organisations, contacts }: Register): Map<string, Party> {
  const of = organisations.length;
  const parties: Party[] = organisations.map(({ id, name, answers }, no) => ({ id, name: name.fi, answers, no, of }));
  const byId = new Map(
    [...parties, { id: county.code, name: county.name.fi, no: of - 1, of }].map((party) => [party.id, party]),
  );
  const addresses = [
    ...organisations.map(({ id, registry }) => [registry, byId.get(id)] as const),
    ...contacts.map(({ email, of: organisation }) => [email, byId.get(organisation)] as const),
  ];
  return new Map(
    addresses.flatMap(([address, party]) =>
      address !== undefined && party ? [[address.toLowerCase(), party] as const] : [],
    ),
  );
}
