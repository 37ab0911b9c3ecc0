import type { CallName, Calls, ProgressEvent, Reply, Transport } from "../../app/contract.ts";
import { listen } from "./events.ts";
import { wireFailure } from "./failure.ts";
import { checkReply } from "./shape.ts";

const tokenKey = "pingheng.token";

/**
 * The token the host put into the page's address, kept for reloads of this tab and taken out of the address bar.
 * @returns null where the page was opened without one
 */
export function takeToken(location: Location, store: Storage, history: History): string | null {
  const given = new URLSearchParams(location.hash.replace(/^#/, "")).get("token");
  if (given) {
    store.setItem(tokenKey, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return given ?? store.getItem(tokenKey);
}

async function post<T>(token: string, name: CallName, args: unknown): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(args),
    });
  } catch {
    return wireFailure("wire.unreachable", name);
  }
  if (response.status === 401 || response.status === 403)
    return wireFailure("wire.refused", name, String(response.status));
  let reply: unknown;
  try {
    reply = await response.json();
  } catch {
    return wireFailure("wire.shape", name, String(response.status));
  }
  return checkReply<T>(name, name === "lines" || name === "statements" ? withNumbers(reply) : reply);
}

/** Lists of values, which JSON cannot carry otherwise, as the typed arrays they are. */
export function withNumbers(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNumbers);
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) =>
    key === "values" && Array.isArray(value)
      ? [key, Float64Array.from(value, (number) => number ?? Number.NaN)]
      : [key, withNumbers(value)],
  );
  return Object.fromEntries(entries);
}

/** The product behind `pingheng serve`: one POST a call, progress as an event stream opened while somebody listens. */
export function loopbackTransport(token: string): Transport {
  const listeners = new Set<(event: ProgressEvent) => void>();
  let stream: AbortController | null = null;
  const emit = (event: ProgressEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    call: <N extends CallName>(name: N, args: Calls[N]["args"]) => post<Calls[N]["value"]>(token, name, args),
    onProgress(listener) {
      listeners.add(listener);
      if (!stream) {
        stream = new AbortController();
        // Without the stream only the bar stands still; the call it belongs to still answers.
        listen(token, emit, stream.signal).catch(() => undefined);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stream?.abort();
        stream = null;
      };
    },
  };
}
