import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
let plan = "";
const before = process.env["PINGHENG_DATA"];
/** Several processes one after the other, on a machine that may be busy. */
const PATIENCE_MS = 180_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-history-"));
  process.env["PINGHENG_DATA"] = join(folder, "data");
  plan = join(folder, "plan.pingheng");
  expect((await pingheng(["new", plan, "--from", "special-bond"])).status).toBe(0);
}, PATIENCE_MS);
afterAll(() => {
  if (before === undefined) delete process.env["PINGHENG_DATA"];
  else process.env["PINGHENG_DATA"] = before;
  rmSync(folder, { recursive: true, force: true });
});

describe("the history of a model file", () => {
  it("is sealed by name and signed, and a printed hash is found again", { timeout: PATIENCE_MS }, async () => {
    expect(await pingheng(["seal", plan])).toMatchObject({ status: 2, stderr: expect.stringContaining("--by") });
    const sealed = jsonOf(await pingheng(["seal", plan, "--by", "张三", "--note", "送审稿", "--sign", "--json"])) as {
      chain: string;
      key: { isNew: boolean; fingerprint: string };
      seal: { signature: string; fingerprint: string };
    };
    expect(sealed.seal).toMatchObject({ signature: "valid", fingerprint: sealed.key.fingerprint });
    expect(sealed.key.isNew).toBe(true);
    const told = await pingheng(["verify", plan, "--against", sealed.chain.slice(0, 20), "--lang", "en"]);
    expect(told).toMatchObject({ status: 0, stdout: expect.stringContaining("ends as the hash given says") });
    expect((await pingheng(["verify", plan, "--against", sealed.chain.replace(/^./, "x")])).status).toBe(1);
  });

  it("is told by log; FILE@REVISION opens a state, and diff compares two", { timeout: PATIENCE_MS }, async () => {
    const { revisions, head } = jsonOf(await pingheng(["log", plan, "--json"])) as {
      head: string;
      revisions: { id: string; seals: unknown[]; headline?: object }[];
    };
    expect(revisions).toMatchObject([{ id: head, seals: [{ author: "张三" }], headline: expect.anything() }]);
    const unknown = await pingheng(["evaluate", `${plan}@9`]);
    expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining(head) });
    const same = await pingheng(["diff", `${plan}@1`, `${plan}@${head.slice(0, 6)}`, "--lang", "en"]);
    expect(same).toMatchObject({ status: 0, stdout: expect.stringContaining("both are the same") });
  });
});
