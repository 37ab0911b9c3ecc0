import type { ProgressEvent } from "../../app/contract.ts";

function toProgress(text: string): ProgressEvent | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { job, done, total, partial } = value as Record<string, unknown>;
    if (typeof job !== "string" || typeof done !== "number" || typeof total !== "number") return null;
    if (!isPartial(partial)) return { job, done, total };
    return { job, done, total, partial };
  } catch {
    // A broken event only costs one step of a progress bar; the reply of the call itself still arrives.
    return null;
  }
}

/** The fields the picture of a simulation cannot do without. */
function isPartial(value: unknown): value is NonNullable<ProgressEvent["partial"]> {
  if (typeof value !== "object" || value === null) return false;
  const { draws, verdicts, fans } = value as Record<string, unknown>;
  return typeof draws === "number" && Array.isArray(verdicts) && Array.isArray(fans);
}

/** Splits an event stream into progress events; keeps what is not complete yet. */
export function progressParser(emit: (event: ProgressEvent) => void): (chunk: string) => void {
  let waiting = "";
  return (chunk) => {
    waiting = (waiting + chunk).replaceAll("\r\n", "\n");
    let end = waiting.indexOf("\n\n");
    while (end >= 0) {
      const lines = waiting.slice(0, end).split("\n");
      const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).trim());
      const event = toProgress(data.join("\n"));
      if (event) emit(event);
      waiting = waiting.slice(end + 2);
      end = waiting.indexOf("\n\n");
    }
  };
}

/**
 * Listens to the host's event stream until the signal ends it. `fetch` instead of EventSource, because only it can
 * send the token as a header, which keeps the token out of addresses and logs.
 */
export async function listen(token: string, emit: (event: ProgressEvent) => void, signal: AbortSignal): Promise<void> {
  const response = await fetch("/api/events", { headers: { authorization: `Bearer ${token}` }, signal });
  if (!response.ok || !response.body) return;
  const feed = progressParser(emit);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    feed(value);
  }
}
