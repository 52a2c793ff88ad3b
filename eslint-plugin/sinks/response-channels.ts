import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { originOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import { chainOf, handedBy, parameterOf } from "./places.ts";
import { mentions } from "./response-evidence.ts";

/** Sockets, windows and renderers: ways to a client that stay open. */

type SourceCode = TSESLint.SourceCode;

const SERVERS = /(?:^io|wss|ws|server|gateway|namespace|nsp|sockets?|websocketserver)$/i;
const SOCKET_PACKAGES =
  /^(?:socket\.io|ws|uWebSockets\.js|@fastify\/websocket|express-ws|@nestjs\/websockets)$/;
/** Windows and frames of other pages; a worker is a part of the program itself. */
const WINDOWS =
  /^(?:parent|opener|top|window|contentWindow|source|popup|iframe|frame|webview|ReactNativeWebView)$|(?:Window|Popup|Frame|Webview)$/;

/** Does a call send something to a client over a channel? */
export function channelOf(sourceCode: SourceCode, call: Call, callee: Callee): boolean {
  switch (callee.names.at(-1)) {
    case "emit":
    case "send":
    case "write":
      return isRendererSend(sourceCode, call, callee) || isSocketOfServer(sourceCode, call, callee);
    case "reply":
      return isIpcReply(sourceCode, call);
    case "postMessage":
      return isWindowMessage(callee);
    case "exposeInMainWorld":
      return callee.names.at(-2) === "contextBridge";
    default:
      return false;
  }
}

/** `io.emit(…)`, `io.to(room).emit(…)`, and `socket.emit(…)` of what a server was connected to. */
function isSocketOfServer(sourceCode: SourceCode, call: Call, callee: Callee): boolean {
  const giver = handedBy(sourceCode, call);
  if (giver !== undefined) {
    const event = giver.args[0];
    const isConnection =
      giver.names.at(-1) === "on" &&
      event?.type === "Literal" &&
      (event.value === "connection" || event.value === "connect");
    if (isConnection) return isServer(giver);
    // `wss.clients.forEach((client) => client.send(…))`
    if (giver.names.at(-1) === "forEach") return giver.names.includes("clients");
  }
  const { root } = chainOf(call.callee);
  if (root.type === "Identifier" && callee.names.at(-1) === "emit") {
    const { typeName } = originOf(sourceCode, root);
    if (typeName === "Socket") return mentions(sourceCode, SERVER_PACKAGE);
  }
  return (
    callee.names.at(-1) === "emit" && (isMadeByServer(callee) || isServerByName(sourceCode, root))
  );
}

function isServer(callee: Callee): boolean {
  const { names, typeName } = callee;
  return (
    isMadeByServer(callee) ||
    SERVERS.test(names.at(-2) ?? "") ||
    /^(?:Server|WebSocketServer)$/.test(typeName ?? "")
  );
}

function isMadeByServer({ module, names, madeBy, typeName }: Callee): boolean {
  if (module !== undefined) return SOCKET_PACKAGES.test(module);
  if (madeBy !== undefined) return isMadeByServer(madeBy.callee);
  return names[0] === "io" && typeName !== undefined && /^(?:Server|Namespace)$/.test(typeName);
}

/** The server of Socket.IO is called `io` by everybody; so is what makes a client, but nothing is emitted on that. */
function isServerByName(sourceCode: SourceCode, root: TSESTree.Node): boolean {
  return root.type === "Identifier" && root.name === "io" && !mentions(sourceCode, CLIENT_PACKAGE);
}

const CLIENT_PACKAGE = /socket\.io-client/;
const SERVER_PACKAGE = /["'](?:socket\.io|@nestjs\/websockets)["']/;

/** `window.webContents.send("channel", …)` and `event.sender.send(…)` of Electron. */
function isRendererSend(sourceCode: SourceCode, call: Call, { names }: Callee): boolean {
  const owner = names.at(-2) ?? "";
  if (names.at(-1) !== "send") return false;
  return owner === "webContents" || (owner === "sender" && isIpcReply(sourceCode, call));
}

/** `event.reply(…)` of what a renderer sent. */
function isIpcReply(sourceCode: SourceCode, call: Call): boolean {
  const { root } = chainOf(call.callee);
  if (root.type !== "Identifier" || parameterOf(sourceCode, root)?.index !== 0) return false;
  return handedBy(sourceCode, call)?.names.includes("ipcMain") === true;
}

function isWindowMessage({ names, isGlobal, madeBy }: Callee): boolean {
  if (names.length === 1) return isGlobal;
  const owner = names.at(-2) ?? "";
  if (owner === "()") return madeBy?.callee.names.join(".") === "window.open";
  if (owner === "self") return isGlobal;
  if (madeBy !== undefined && madeBy.callee.names.at(-1)?.endsWith("Worker") === true) return false;
  return WINDOWS.test(owner);
}
