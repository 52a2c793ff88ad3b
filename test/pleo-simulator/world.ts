/** A made-up world. Ids are fixed, so that a demo's configuration and a test's expectation can name them. */
export interface SimulatedCompany {
  readonly id: string;
  readonly name: string;
  readonly organisationId?: string;
}

const HARBOUR_GROUP = "20000000-0000-4000-8000-00000000000a";

export const COMPANIES = {
  bakery: { id: "10000000-0000-4000-8000-000000000001", name: "Example Bakery" },
  florist: { id: "10000000-0000-4000-8000-000000000002", name: "Example Florist" },
  harbourNorth: {
    id: "10000000-0000-4000-8000-00000000000b",
    name: "Harbour North",
    organisationId: HARBOUR_GROUP,
  },
  harbourSouth: {
    id: "10000000-0000-4000-8000-00000000000c",
    name: "Harbour South",
    organisationId: HARBOUR_GROUP,
  },
} as const satisfies Record<string, SimulatedCompany>;

export const ORGANISATIONS = { harbour: { id: HARBOUR_GROUP } } as const;

export const EMPLOYEE = {
  id: "30000000-0000-4000-8000-000000000001",
  firstName: "Robin",
  lastName: "Example",
  email: "robin@example.com",
} as const;

export function findCompany(id: string): SimulatedCompany | undefined {
  const companies: readonly SimulatedCompany[] = Object.values(COMPANIES);
  return companies.find((company) => company.id === id);
}
