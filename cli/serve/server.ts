import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { AppHandle } from "../../app/host.ts";
import { answerCall, streamEvents } from "./calls.ts";
import { COMMON_HEADERS, sendFace } from "./face.ts";
import { type Guard, loopbackGuard } from "./guard.ts";

export interface LoopbackHost {
  /** Address of the page with its token; whoever has it can use the application. */
  readonly url: string;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly app: AppHandle;
  /** Folder of the built face. */
  readonly face: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A code that opens the page once: what opens a browser has its arguments read by everybody, and the token must not stand there. */
  readonly openOnce?: string | undefined;
  /** Where programming errors go. */
  readonly log: (error: unknown) => void;
}

const ADDRESS = "127.0.0.1";
const TOKEN_BYTES = 32;

/** Serves the face and its calls to this machine only. Rejects with the system's error where the port cannot be had. */
export async function startLoopback({ app, face, port, log, openOnce }: LoopbackOptions): Promise<LoopbackHost> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const server = createServer();
  await listening(server, port);
  const actual = (server.address() as AddressInfo).port;
  const guard = loopbackGuard(actual, token);
  let code = openOnce;
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (code !== undefined && request.url === `/open/${code}` && guard.refuse(request) === undefined) {
      code = undefined;
      response.writeHead(302, { ...COMMON_HEADERS, location: `/#token=${token}` }).end();
      return;
    }
    handle({ app, face, guard }, request, response).catch((error: unknown) => {
      log(error);
      if (!response.headersSent) response.writeHead(500, COMMON_HEADERS);
      response.end();
    });
  });
  return {
    url: `http://${ADDRESS}:${actual}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, ADDRESS, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

interface Serving {
  readonly app: AppHandle;
  readonly face: string;
  readonly guard: Guard;
}

async function handle(
  { app, face, guard }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const call = path.startsWith("/api/") ? path.slice("/api/".length) : undefined;
  const refused = call === undefined ? guard.refuse(request) : guard.refuseCall(request);
  if (refused !== undefined) {
    response.writeHead(refused, COMMON_HEADERS).end();
    return;
  }
  const { method } = request;
  if (call === undefined) {
    if (method === "GET" || method === "HEAD") await sendFace(path, face, response, method === "HEAD");
    else response.writeHead(405, COMMON_HEADERS).end();
  } else if (call === "events" && method === "GET") streamEvents(app, response);
  else if (method === "POST") await answerCall(app, call, request, response);
  else response.writeHead(405, COMMON_HEADERS).end();
}
