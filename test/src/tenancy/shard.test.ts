import { describe, expect, test } from "vitest";
import { isInShard, MOST_SHARDS, parseShard } from "../../../src/tenancy/shard.ts";

describe("parseShard", () => {
  test.each([
    ["1/1", { index: 1, count: 1 }],
    ["1/8", { index: 1, count: 8 }],
    ["8/8", { index: 8, count: 8 }],
    [`${MOST_SHARDS}/${MOST_SHARDS}`, { index: MOST_SHARDS, count: MOST_SHARDS }],
  ])("reads %j", (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  test.each([
    "",
    "8",
    "0/8",
    "9/8",
    "3/0",
    "0/0",
    "-1/8",
    "1/-8",
    "+1/8",
    "01/8",
    "1/08",
    "1.0/8",
    "1/8/8",
    "1 / 8",
    " 1/8",
    "1/8\n",
    "1/",
    "/8",
    "a/b",
    "1e0/8",
    "٣/8",
    `1/${MOST_SHARDS + 1}`,
    "1/1000",
  ])("does not guess what %j means", (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});

function shardOf(id: string, count: number): number {
  const found = Array.from({ length: count }, (_, index) => index + 1).filter((index) =>
    isInShard(id, { index, count }),
  );
  // Every tenant is in exactly one shard.
  return found.length === 1 ? (found[0] ?? 0) : 0;
}

const NAMINGS: Readonly<Record<string, (index: number) => string>> = {
  "counted from one": (index) => `tenant-${index + 1}`,
  "counted with leading zeros": (index) => (index + 1).toString().padStart(8, "0"),
  "hex of eight digits": (index) => (index * 2_654_435_761).toString(16).slice(-8),
  "a name with a suffix": (index) => `company.${index}.production`,
  "multiples of eight": (index) => `t${index * 8}`,
  "in capitals": (index) => `ACME_${index.toString(36).toUpperCase()}`,
};

describe("isInShard", () => {
  test.each(Object.entries(NAMINGS))("divides 10,000 ids, %s, evenly into 8 shards", (_, name) => {
    const sizes = new Map<number, number>();
    for (let index = 0; index < 10_000; index++) {
      const shard = shardOf(name(index), 8);
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    expect([...sizes.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const size of sizes.values()) {
      expect(size).toBeGreaterThan(1250 * 0.9);
      expect(size).toBeLessThan(1250 * 1.1);
    }
  });

  test.each([2, 3, 7, 10, 16])("divides evenly into %i shards as well", (count) => {
    const sizes = Array.from({ length: count }, () => 0);
    for (let index = 0; index < 10_000; index++) {
      const shard = shardOf(`tenant-${index}`, count) - 1;
      sizes[shard] = (sizes[shard] ?? 0) + 1;
    }
    const fair = 10_000 / count;
    for (const size of sizes) expect(Math.abs(size - fair) / fair).toBeLessThan(0.13);
  });

  test("alone, a shard has everybody", () => {
    expect(isInShard("acme", { index: 1, count: 1 })).toBe(true);
    expect(isInShard("", { index: 1, count: 1 })).toBe(true);
  });

  // Reports of shards are made by different machines, and by different versions while one is rolled out.
  test.each([
    ["acme", 3],
    ["globex", 4],
    ["Acme", 8],
    ["tenant-1", 8],
    ["tenant-2", 5],
    ["a", 4],
  ])("%s stays where it has always been", (id, shard) => {
    expect(shardOf(id, 8)).toBe(shard);
  });
});
