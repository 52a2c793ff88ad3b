import { GuardError } from "../../src/errors.ts";
import { API_ORIGINS, findPleoHost } from "../../src/pleo/hosts.ts";

/** An address that may be handed a key. */
export interface ApiOrigin {
  /** Without a slash at its end. */
  readonly base: string;
  /** This machine: a simulator. Must be reached directly, never through a proxy. */
  readonly isLoopback: boolean;
}

const HINT = `Use ${API_ORIGINS.production}, ${API_ORIGINS.staging}, or a simulator on this machine.`;

/**
 * Reads the address a key will be sent to, and refuses whatever is neither one of Pleo's two external hosts
 * nor this machine. No message repeats the address: it may hold a key where a user name belongs.
 */
export function parseApiOrigin(address: string | URL): ApiOrigin {
  const url = parseUrl(address);
  if (url.username !== "" || url.password !== "") {
    throw refused("The API address holds credentials; they belong nowhere near an address.");
  }
  if (/[?#]/.test(url.href)) throw refused("The API address has a query or a fragment.");
  return isLoopback(url.hostname) ? loopbackOrigin(url) : pleoOrigin(url);
}

function parseUrl(address: string | URL): URL {
  const text = String(address);
  if (!URL.canParse(text)) throw refused("The API address is not a complete URL.");
  return new URL(text);
}

/** `URL` has already normalised what can be: `127.1` and `0x7f000001` arrive here as `127.0.0.1`. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function loopbackOrigin(url: URL): ApiOrigin {
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw refused("The API address is neither https nor http.");
  }
  return { base: url.origin + url.pathname.replace(/\/+$/, ""), isLoopback: true };
}

function pleoOrigin(url: URL): ApiOrigin {
  const host = findPleoHost(url.hostname);
  if (host === undefined) throw refused("The API address is not one of Pleo's.");
  if (host.role !== "external") {
    throw refused(`${host.host} is a host of Pleo's, but API keys do not belong there.`);
  }
  if (url.protocol !== "https:") throw refused("Pleo's API is reached over https only.");
  if (url.port !== "") throw refused("Pleo's API is not on a port of its own.");
  // `…/v1` is a likely slip, and would turn every answer into a 404.
  if (url.pathname !== "/") throw refused("The API address has a path; give the host alone.");
  return { base: url.origin, isLoopback: false };
}

function refused(message: string): GuardError {
  return new GuardError("HOST_REFUSED", message, { hint: HINT });
}
