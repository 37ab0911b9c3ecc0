import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/**
 * Who may talk to the host. A page of another site can send requests to this machine's ports, and can point a name of its own at them:
 * the Host header must name us, an Origin must be ours, and every call carries the token that only our own page was given.
 */
export interface Guard {
  /** Status to refuse with; undefined lets the request pass. */
  refuse(request: IncomingMessage): number | undefined;
  /** The same for calls, which need the token. */
  refuseCall(request: IncomingMessage): number | undefined;
}

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

export function loopbackGuard(port: number, token: string): Guard {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const origins = new Set([...hosts].map((host) => `http://${host}`));
  const refuse = ({ headers }: IncomingMessage): number | undefined => {
    if (headers.host === undefined || !hosts.has(headers.host)) return FORBIDDEN;
    if (headers.origin !== undefined && !origins.has(headers.origin)) return FORBIDDEN;
    const site = headers["sec-fetch-site"];
    return site === undefined || site === "same-origin" || site === "none" ? undefined : FORBIDDEN;
  };
  return {
    refuse,
    refuseCall: (request) => refuse(request) ?? (carries(request, token) ? undefined : UNAUTHORIZED),
  };
}

/** Compares in constant time, so that the token cannot be guessed letter by letter. */
function carries({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
