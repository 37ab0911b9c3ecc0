import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { plainNumbers } from "../../../cli/serve/calls.ts";
import { FakeHost } from "./host.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

const nonce = "fake-nonce";
const policy = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

async function body(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function events(host: FakeHost, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const listener = (event: unknown) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  host.listeners.add(listener);
  request.on("close", () => host.listeners.delete(listener));
}

async function page(folder: string, path: string, response: ServerResponse): Promise<void> {
  const name = path === "/" ? "/index.html" : path;
  const bytes = await readFile(join(folder, name)).catch(() => null);
  if (!bytes || name.includes("..")) {
    response.writeHead(404).end();
    return;
  }
  const content = name === "/index.html" ? bytes.toString("utf8").replace("__PINGHENG_NONCE__", nonce) : bytes;
  response
    .writeHead(200, {
      "content-type": types[extname(name)] ?? "application/octet-stream",
      "content-security-policy": policy,
    })
    .end(content);
}

export interface FakeServer {
  readonly host: FakeHost;
  readonly url: string;
  close(): void;
}

/** Serves a built face over the stand-in host, with the wire and the content security policy of the real one. */
export async function startFakeServer(folder: string): Promise<FakeServer> {
  const host = new FakeHost();
  const token = "fake-token";
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (!path.startsWith("/api/")) return page(folder, path, response);
    if (request.headers.authorization !== `Bearer ${token}`) return response.writeHead(401).end();
    if (path === "/api/events") return events(host, request, response);
    const reply = await host.call(path.slice("/api/".length), await body(request));
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(plainNumbers(reply)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host,
    url: `http://127.0.0.1:${port}/#token=${token}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
