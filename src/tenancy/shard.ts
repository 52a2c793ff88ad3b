/** One of the equal parts into which a fleet is divided, counted from 1. */
export interface ShardOf {
  readonly index: number;
  readonly count: number;
}

const SHARD = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/;

/** GitHub starts no more jobs than this from one matrix. */
export const MOST_SHARDS = 256;

/** Reads `3/8`. Anything else is `undefined`, never a guess: a part that nobody takes is a part that nobody checks. */
export function parseShard(text: string): ShardOf | undefined {
  const [, first, second] = SHARD.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  return index <= count && count <= MOST_SHARDS ? { index, count } : undefined;
}

/** By the id alone, so that neither the order of the manifest nor a new neighbour moves a tenant. */
export function isInShard(tenantId: string, { index, count }: ShardOf): boolean {
  return mix(hash(tenantId)) % count === index - 1;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a with 32 bits. Of a tenant's id each character is one byte. */
function hash(text: string): number {
  let result = OFFSET_BASIS;
  for (let index = 0; index < text.length; index += 1) {
    result = Math.imul(result ^ text.charCodeAt(index), PRIME);
  }
  return result;
}

/** The low bits of FNV-1a follow those of the last characters, and a small count of shards looks at them alone. */
function mix(value: number): number {
  let result = value;
  result = Math.imul(result ^ (result >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return (result ^ (result >>> 16)) >>> 0;
}
