import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A proxy that connects nobody to anybody, and notes whom it was asked for. */
export interface RefusingProxy {
  readonly host: string;
  /** Every request line and header that reached it. */
  readonly heard: readonly string[];
  close(): void;
}

export async function startRefusingProxy(): Promise<RefusingProxy> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`, ...request.rawHeaders);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    heard.push(`${request.method} ${request.url}`, ...request.rawHeaders);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    heard,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
