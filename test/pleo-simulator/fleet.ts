import { createHash } from "node:crypto";
import { PleoKey } from "../../src/key/pleo-key.ts";
import { exampleKey } from "../support/keys.ts";
import { issueKeys, type IssuedKeys } from "./keys.ts";
import { ownedBy, scenario, type Scenario } from "./scenario.ts";
import type { SimulatedCompany } from "./world.ts";

/** One of many customers: a key, and the company that it opens. */
export interface FleetMember {
  readonly id: string;
  readonly key: PleoKey;
  readonly company: SimulatedCompany;
}

/** The same members for the same seed, also in another process: no key has to be handed over. */
export function fleetMembers(seed: string, count: number): readonly FleetMember[] {
  return Array.from({ length: count }, (_, index) => fleetMember(seed, index));
}

function fleetMember(seed: string, index: number): FleetMember {
  const digits = createHash("sha256").update(`${seed} ${index}`).digest("hex");
  const [first, second, third] = [digits.slice(38, 46), digits.slice(46, 50), digits.slice(50, 62)];
  return {
    id: `tenant-${index + 1}`,
    key: new PleoKey(
      exampleKey({ prefix: "plp", body: digits.slice(0, 32), tail: digits.slice(32, 38) }),
    ),
    company: { id: `${first}-${second}-4000-8000-${third}`, name: `Example Customer ${index + 1}` },
  };
}

/** What is to be known of a member's key instead of that all is in order. */
export type Differences = (member: FleetMember, index: number) => Partial<Scenario> | undefined;

export function issueFleet(
  members: readonly FleetMember[],
  differencesOf: Differences = () => undefined,
): IssuedKeys {
  const fleet = members.map((member, index) => {
    const differences = { ...ownedBy(member.company), ...differencesOf(member, index) };
    return [member.key.reveal(), scenario("one of many", differences)] as const;
  });
  return { ...issueKeys("production"), fleet: new Map(fleet) };
}
