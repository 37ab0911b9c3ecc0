import type { IncomingMessage, ServerResponse } from "node:http";
import type { Reply } from "../../app/contract.ts";
import { jsonIn } from "../../app/files/json.ts";
import type { AppHandle } from "../../app/host.ts";
import { appProblem } from "../../app/problems.ts";
import { problemView } from "../../app/wording.ts";
import { COMMON_HEADERS } from "./face.ts";

/** A call that carries a file may be as large as a model file in base64; the others carry edits. */
const FILE_BYTES_MAX = 360 * 1024 * 1024;
const BYTES_MAX = 32 * 1024 * 1024;

/** Calls whose values come as typed arrays. */
const SHEETS: readonly string[] = ["lines", "statements"];

const HEARTBEAT_MS = 20_000;

/** Answers `POST /api/NAME` with the reply of the call. */
export async function answerCall(
  app: AppHandle,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers["content-type"]?.split(";")[0]?.trim() !== "application/json") {
    response.writeHead(415, COMMON_HEADERS).end();
    return;
  }
  const body = await bodyOf(request, name === "openBytes" || name === "attach" ? FILE_BYTES_MAX : BYTES_MAX);
  if (body === undefined) {
    // The rest of the body is still on its way: nothing else can be said on this connection.
    response.setHeader("connection", "close");
    sendReply(response, 413, { ok: false, problems: [problemView(appProblem("call.too_large", name), "zh")] });
    return;
  }
  const args = jsonIn(body);
  if (args === undefined) {
    sendReply(response, 400, { ok: false, problems: [problemView(appProblem("call.arguments", name, "JSON"), "zh")] });
    return;
  }
  const reply = await app.call(name, args);
  sendReply(response, 200, SHEETS.includes(name) ? (plainNumbers(reply) as Reply<unknown>) : reply);
}

/** `GET /api/events`: progress of long work, one event a line, until the page goes away. */
export function streamEvents(app: AppHandle, response: ServerResponse): void {
  response.writeHead(200, { ...COMMON_HEADERS, "content-type": "text/event-stream; charset=utf-8" });
  response.write(": open\n\n");
  const stop = app.onProgress((event) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  // A page that vanished without a word is noticed by writing to it.
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
  heartbeat.unref();
  response.on("close", () => {
    clearInterval(heartbeat);
    stop();
  });
}

function sendReply(response: ServerResponse, status: number, reply: Reply<unknown>): void {
  response
    .writeHead(status, { ...COMMON_HEADERS, "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify(reply));
}

/** JSON knows no typed arrays: they become lists, with null for NaN. */
export function plainNumbers(value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value);
  if (Array.isArray(value)) return typeof value[0] === "object" ? value.map(plainNumbers) : value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainNumbers(part)]));
}

/** The body as text; undefined once it grows beyond the limit, the rest is not read. */
async function bodyOf(request: IncomingMessage, bytesMax: number): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
