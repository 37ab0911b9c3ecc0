import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SheetsView } from "../../app/contract.ts";
import { label, Running } from "./support/running.ts";
import { evaluatedTender } from "./support/tender.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

let count = 0;

async function opened(document = evaluatedTender()): Promise<{ readonly session: string }> {
  count += 1;
  const { session } = await running.open(document);
  await running.value("saveAs", { session, path: running.path(`committee ${count}.pingheng`) });
  return { session };
}

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const sheetsOf = async (session: string): Promise<SheetsView> =>
  (await running.value("bids", { session, job: `sheets ${session}` })).sheets;

describe("committees", () => {
  it("a compulsory tender is not evaluated by fewer experts than the law asks", async () => {
    const bound = evaluatedTender({ compulsory: true, stateFunds: false });
    const { session } = await opened(bound);
    await running.value("edit", { session, label, edits: [{ path: "tender/evaluators/m4/expert", value: false }] });
    const told = await running.problems("lockSheet", { session, sheet: "evaluation", by: "张三", lang: "en" });
    expect(told).toMatchObject([
      {
        code: "bids.committee_experts",
        message: "evaluation committee: 3 experts of 5 members, less than the share asked",
      },
    ]);
    await running.value("edit", { session, label, edits: [{ path: "tender/evaluators/m5" }] });
    expect(
      codes(await running.problems("lockSheet", { session, sheet: "evaluation", by: "张三", lang: "zh" })),
    ).toEqual(["bids.committee_small", "bids.committee_even"]);
    await running.value("edit", {
      session,
      label,
      edits: [
        { path: "tender/evaluators/m4/expert", value: true },
        { path: "tender/evaluators/m5", value: { id: "m5", name: "五", expert: true } },
      ],
    });
    expect((await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" })).dirty).toBe(false);
  });

  it("elsewhere the same is told beside the sheet and hinders nothing", async () => {
    const { session } = await opened();
    await running.value("edit", { session, label, edits: [{ path: "tender/awarders/m5" }] });
    await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    expect(codes((await sheetsOf(session)).award.amiss)).toEqual(["bids.committee_small", "bids.committee_even"]);
  });

  it("a vote is for a candidate", async () => {
    const { session } = await opened();
    await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    const edits = [
      { path: "tender/award/winner", value: "B" },
      { path: "tender/award/votes/m1", value: { id: "m1", bid: "C" } },
    ];
    await running.value("edit", { session, label, edits });
    expect(codes((await sheetsOf(session)).award.wanting)).toContain("bids.vote_stray");
  });
});
