import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { contentSecurityPolicy } from "../security/policy.ts";
import { isOwnAddress } from "./address.ts";

/** The only kinds of file the face consists of. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
};

const noncePlace = "__PINGHENG_NONCE__";
const nonceBytes = 16;

function refuse(status: number): Response {
  return new Response(null, { status, headers: { "content-type": "text/plain", "cache-control": "no-store" } });
}

/** The file an address names, if it lies inside the folder once every link is followed; otherwise a status. */
async function fileOf(address: string, root: string): Promise<string | number> {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return 400;
  }
  if (path.includes("\0")) return 400;
  try {
    const inside = `${await realpath(root)}${sep}`;
    if (!join(inside, path).startsWith(inside)) return 403;
    const file = await realpath(join(inside, path));
    return file.startsWith(inside) ? file : 403;
  } catch {
    // Missing, a loop of links, a name too long: there is no such file for the face.
    return 404;
  }
}

function headersFor(type: string, nonce: string): Record<string, string> {
  return {
    "content-type": type,
    "content-security-policy": contentSecurityPolicy(nonce),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  };
}

/**
 * Answers requests for `app://` with files of one folder, each with the content security policy.
 * @param root folder of the built face
 */
export function serveFolder(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405);
    if (!isOwnAddress(request.url)) return refuse(404);
    const file = await fileOf(request.url, root);
    if (typeof file === "number") return refuse(file);
    const type = types[extname(file).toLowerCase()];
    if (type === undefined) return refuse(404);
    const bytes = await readFile(file);
    const nonce = randomBytes(nonceBytes).toString("base64");
    const body = type.startsWith("text/html") ? bytes.toString("utf8").replaceAll(noncePlace, nonce) : bytes;
    return new Response(request.method === "HEAD" ? null : body, { headers: headersFor(type, nonce) });
  };
}
