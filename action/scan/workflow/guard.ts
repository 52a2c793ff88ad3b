/** How workflows call this Action. */
export interface GuardIdentity {
  /** `owner/name` as the run knows it (`GITHUB_ACTION_REPOSITORY`). Copies that kept the name are known besides. */
  readonly repository?: string | undefined;
  /** In its own repository this Action is called as `./`. */
  readonly isOwnRepository?: boolean;
}

/** What `uses:` calls: `owner/name/path@ref`, `docker://image:tag`, `./path`. */
export type Called =
  | { readonly kind: "local"; readonly path: string }
  | {
      readonly kind: "image";
      readonly name: string;
      readonly ref: string;
      readonly isPinned: boolean;
    }
  | {
      readonly kind: "repository";
      readonly owner: string;
      /** `owner/name/path`. */
      readonly name: string;
      readonly repository: string;
      readonly ref: string;
      readonly isPinned: boolean;
    };

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

export function readUses(text: string): Called | undefined {
  const uses = text.trim();
  if (uses === "") return undefined;
  if (uses.startsWith("./") || uses.startsWith("../") || uses === ".") {
    return { kind: "local", path: normalize(uses) };
  }
  if (uses.startsWith("docker://")) return readImage(uses);
  const [name, ref = ""] = splitAtLast(uses, "@");
  const [owner = "", repository = ""] = name.split("/");
  return {
    kind: "repository",
    owner: owner.toLowerCase(),
    name,
    repository: `${owner}/${repository}`.toLowerCase(),
    ref,
    isPinned: COMMIT.test(ref),
  };
}

function readImage(uses: string): Called {
  const [image, digest] = splitAtLast(uses, "@");
  if (digest !== undefined) {
    return {
      kind: "image",
      name: image,
      ref: digest,
      isPinned: /^sha256:[0-9a-f]{64}$/i.test(digest),
    };
  }
  const [name, tag = "latest"] = /:[^/]*$/.test(image.slice("docker://".length))
    ? splitAtLast(image, ":")
    : [image];
  return { kind: "image", name, ref: tag, isPinned: false };
}

function splitAtLast(text: string, mark: string): readonly [string, string?] {
  const place = text.lastIndexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + mark.length)];
}

/** `./a/../b/` → `b`; the root of the repository is empty. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** `owner/name`, in lower case; empty for what lies in no repository of its own. */
export function repositoryOf(called: Called | undefined): string {
  return called?.kind === "repository" ? called.repository : "";
}

export function isGuard(called: Called | undefined, guard: GuardIdentity): boolean {
  if (called?.kind === "local") return called.path === "" && guard.isOwnRepository === true;
  if (called?.kind !== "repository") return false;
  if (called.name.split("/").length !== 2) return false;
  return (
    called.repository === guard.repository?.toLowerCase() ||
    called.repository.endsWith("/pleo-key-guard")
  );
}

/** The inputs by which this Action is handed keys. */
export const KEY_INPUTS: ReadonlySet<string> = new Set([
  "api-key",
  "previous-api-key",
  "tenant-keys",
]);
