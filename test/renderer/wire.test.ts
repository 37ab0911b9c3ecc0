import { describe, expect, test } from "vitest";
import type { ProgressEvent } from "../../app/contract.ts";
import { plainNumbers } from "../../cli/serve/calls.ts";
import { readPreferences } from "../../renderer/preferences/store.ts";
import { progressParser } from "../../renderer/transport/events.ts";
import { takeToken, withNumbers } from "../../renderer/transport/loopback.ts";
import { checkReply } from "../../renderer/transport/shape.ts";

const codes = (reply: ReturnType<typeof checkReply>) =>
  reply.ok ? [] : reply.problems.map(({ code, hint }) => `${code} ${hint}`);

describe("replies are looked at before they are believed", () => {
  test("a fitting reply passes as it is", () => {
    const reply = { ok: true, value: { cancelled: true } };
    expect(checkReply("cancel", reply)).toBe(reply);
  });

  test("a missing or changed field is named", () => {
    expect(codes(checkReply("board", { ok: true, value: { version: "3" } }))).toEqual(["wire.shape version"]);
    expect(codes(checkReply("examples", { ok: true, value: {} }))).toEqual(["wire.shape value"]);
    expect(codes(checkReply("host", { ok: true, value: { kind: "loopback", version: "1" } }))).toEqual([
      "wire.shape contract",
    ]);
  });

  test("what is no reply at all is refused", () => {
    for (const reply of [
      null,
      "text",
      [],
      {},
      { ok: "yes" },
      { ok: false },
      { ok: false, problems: [] },
      { ok: false, problems: [{ code: 1 }] },
    ])
      expect(checkReply("cancel", reply).ok, JSON.stringify(reply)).toBe(false);
  });

  test("the host's own problems pass", () => {
    const reply = { ok: false, problems: [{ code: "a", message: "b", path: "c" }] };
    expect(checkReply("cancel", reply)).toBe(reply);
  });
});

test("progress arrives whole, however the stream is cut", () => {
  const text =
    'data: {"job":"j","done":1,"total":4}\n\n: comment\n\ndata: {"job":"j","done":2,"total":4}\r\n\r\ndata: broken\n\n';
  for (const size of [1, 3, 7, text.length]) {
    const events: ProgressEvent[] = [];
    const feed = progressParser((event) => events.push(event));
    for (let at = 0; at < text.length; at += size) feed(text.slice(at, at + size));
    expect(events.map((event) => event.done)).toEqual([1, 2]);
  }
});

test("what a simulation has so far comes with its progress, and only whole", () => {
  const events: ProgressEvent[] = [];
  const feed = progressParser((event) => events.push(event));
  const partial = { draws: 96, verdicts: [], fans: [] };
  for (const one of [partial, { draws: 96 }, 7])
    feed(`data: ${JSON.stringify({ job: "j", done: 1, total: 4, partial: one })}\n\n`);
  expect(events.map((event) => event.partial)).toEqual([partial, undefined, undefined]);
});

test("the token leaves the address bar and stays for reloads", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
  const replaced: unknown[] = [];
  const history = { replaceState: (...args: unknown[]) => void replaced.push(args[2]) } as unknown as History;
  const at = (hash: string) => ({ hash, pathname: "/", search: "" }) as Location;
  expect(takeToken(at("#token=abc"), store, history)).toBe("abc");
  expect(replaced).toEqual(["/"]);
  expect(takeToken(at(""), store, history)).toBe("abc");
  kept.clear();
  expect(takeToken(at("#other=1"), store, history)).toBeNull();
});

test("preferences of another version fall back one by one", () => {
  expect(readPreferences({ lang: "en", theme: "purple", money: 3 })).toEqual({
    lang: "en",
    theme: "system",
    money: "wan",
    negative: "paren",
  });
  expect(readPreferences("nonsense")).toEqual({ lang: "zh", theme: "system", money: "wan", negative: "paren" });
});

test("values travel over HTTP as lists with null, and arrive as the typed arrays they were", () => {
  const values = Float64Array.of(1.5, Number.NaN, -2);
  const reply = { ok: true, value: { version: 3, columns: ["2026"], lines: [{ id: "a", values }], notes: ["values"] } };
  const sent = JSON.stringify(plainNumbers(reply));
  expect(sent).toContain('"values":[1.5,null,-2]');
  expect(withNumbers(JSON.parse(sent))).toEqual(reply);
});
