import { randomBytes } from "node:crypto";
import { readFile, realpath } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

/** The only kinds of file the face consists of. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
};

const NONCE_PLACE = "__PINGHENG_NONCE__";
const NONCE_BYTES = 16;

/** What our page may load: its own files, its own host; style sheets that scripts add need the nonce, inline scripts have no way in. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** The file a URL path names, if it lies inside the folder once every link is followed. */
async function fileOf(urlPath: string, root: string): Promise<string | number> {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return 400;
  }
  if (path.includes("\0")) return 400;
  const inside = `${await realpath(root)}${sep}`;
  const wanted = join(inside, path === "/" ? "index.html" : path);
  if (!wanted.startsWith(inside)) return 403;
  try {
    const file = await realpath(wanted);
    return file.startsWith(inside) ? file : 403;
  } catch {
    // Missing, a loop of links, a name too long: there is no such file for the face.
    return 404;
  }
}

/** Answers one GET or HEAD with a file of the built face. */
export async function sendFace(
  urlPath: string,
  root: string,
  response: ServerResponse,
  bodiless: boolean,
): Promise<void> {
  const file = await fileOf(urlPath, root);
  const type = typeof file === "string" ? TYPES[extname(file).toLowerCase()] : undefined;
  if (typeof file === "number" || type === undefined) {
    response.writeHead(typeof file === "number" ? file : 404, COMMON_HEADERS).end();
    return;
  }
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const bytes = await readFile(file);
  const body = type.startsWith("text/html") ? bytes.toString("utf8").replaceAll(NONCE_PLACE, nonce) : bytes;
  const headers = { ...COMMON_HEADERS, "content-type": type, "content-security-policy": contentSecurityPolicy(nonce) };
  response.writeHead(200, headers).end(bodiless ? undefined : body);
}
