import type { ProcessEnvironment } from "../raw-inputs.ts";

/** Where GitHub is asked, about which repository, and as whom. */
export interface Connection {
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly token: string;
}

const REPOSITORY = /^([\w.-]+)\/([\w.-]+)$/;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** The connection that the runner's variables describe, or why there is none. */
export function findConnection(env: ProcessEnvironment, token: string): Connection | string {
  if (token.trim() === "") return "`github-token` is empty";
  const [, owner, repository] = REPOSITORY.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
  if (owner === undefined || repository === undefined) {
    return "`GITHUB_REPOSITORY` names no repository";
  }
  const apiUrl = env["GITHUB_API_URL"] ?? "https://api.github.com";
  if (!isSafe(apiUrl))
    return "`GITHUB_API_URL` is no address over https, and the token is sent to no other";
  return { apiUrl: apiUrl.replace(/\/+$/, ""), owner, repository, token: token.trim() };
}

/** On this machine nobody listens in. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.includes(hostname));
}
