import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { Jobs } from "../../app/workers/jobs.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

const raw = JSON.parse(readFileSync(new URL("../analysis/cliff.json", import.meta.url), "utf8"));
const parsed = parseDocument(raw, mechanisms);
if (!parsed.ok) throw new Error("the plan with a cliff is sound");
const model = { id: "cliff", version: 3, document: parsed.value.document };
const jobs = new Jobs();
afterAll(() => jobs.end());

const args = {
  scenario: "base",
  until: ["balance.static>=29300000"],
  weights: {},
  funding: false,
  lang: "zh",
} as const;

describe("advice in a thread", () => {
  it("comes with progress, the solver loaded there", async () => {
    const heard: number[] = [];
    const stop = jobs.onProgress(({ done, total }) => heard.push(done / total));
    const reply = await jobs.ask({ name: "advise", args: { ...args, job: "one" } }, model);
    stop();
    expect(reply).toMatchObject({ ok: true, value: { version: 3, scenario: "base", plans: expect.any(Array) } });
    expect(heard.at(-1)).toBe(1);
  });

  it("is refused once it was stopped", async () => {
    const working = jobs.ask({ name: "advise", args: { ...args, until: ["B2", "B6"], job: "two" } }, model);
    expect(jobs.cancel("two")).toBe(true);
    expect(await working).toMatchObject({ ok: false });
  });

  it("says what is wrong with the question in the language asked for", async () => {
    const reply = await jobs.ask({ name: "advise", args: { ...args, until: [], job: "three" } }, model);
    expect(reply).toMatchObject({ ok: false, problems: [{ code: "advise.no_target", message: "没有目标" }] });
  });
});
