import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PortfolioView, SessionView } from "../../app/contract.ts";
import { jsonOf, projectOf } from "../analysis/portfolio/support.ts";
import { label, Running } from "./support/running.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const one = { id: "one", document: projectOf("一", [-100, 150]) };
const two = { id: "two", document: projectOf("二", [-100, 150]), starts: { earliest: 0, latest: 24, every: 12 } };
const portfolio = { pool: { creditLimit: "120", creditRate: "0" } };

let count = 0;
const next = (): number => {
  count += 1;
  return count;
};
const viewOf = (session: string): Promise<PortfolioView> =>
  running.value("portfolio", { session, job: `job ${next()}` });
const figure = (view: PortfolioView, id: string) => view.figures.find((one_) => one_.id === id)?.value;
const openNew = (json: unknown): Promise<SessionView> =>
  running.value("openPath", { path: running.write(`portfolio ${next()}.json`, json) });
const open = (): Promise<SessionView> => openNew(jsonOf({ members: [one, two], portfolio }));

describe("an open portfolio", () => {
  it("is computed, explained, moved and undone like any model", async () => {
    const { session } = await open();
    const before = await viewOf(session);
    expect(figure(before, "pool.need")).toBe("200");
    const why = await running.value("explain", { session, scenario: "base", cell: "pool.flow@2026" });
    expect(why.value).toBe("-200");
    expect(why.terms.map(({ ref }) => ref)).toEqual(["member.one.flow@2026", "member.two.flow@2026"]);
    await running.value("edit", { session, label, edits: [{ path: "members/two/startMonths", value: 12 }] });
    const after = await viewOf(session);
    expect(figure(after, "pool.need")).toBe("100");
    expect(after.version).toBeGreaterThan(before.version);
    await running.value("undo", { session });
    expect(figure(await viewOf(session), "pool.need")).toBe("200");
    expect(running.logged).toEqual([]);
  });

  it("has starts proposed as edits that take them over", async () => {
    const { session } = await open();
    const starts = await running.value("starts", { session, job: "starts" });
    expect(starts).toMatchObject({ found: true, edits: [{ path: "members/two/startMonths", value: 12 }] });
    await running.value("edit", { session, label, edits: starts.edits });
    expect(figure(await viewOf(session), "pool.room_lowest")).toBe("20");
  });

  it("has no board, no verdicts and no lines of a project, and says where to look", async () => {
    const { session } = await open();
    for (const name of ["board", "agreement"] as const)
      expect((await running.problems(name, { session, scenario: "base", lang: "zh" }))[0]?.code).toBe("portfolio.use");
  });

  it("refuses an edit that breaks it, and stays as it was", async () => {
    const { session } = await open();
    const edits = [
      {
        path: "portfolio/transfers/t",
        value: { payer: "one", payee: "three", date: "2026-01", amount: "1", kind: "loan" },
      },
    ];
    const [problem] = await running.problems("edit", { session, label, edits, lang: "zh" });
    expect(problem).toMatchObject({ code: "portfolio.member_unknown", path: "portfolio/transfers/t/payee" });
    expect(figure(await viewOf(session), "pool.need")).toBe("200");
  });

  it("takes a picked file as a member, under a name that is free", async () => {
    const { session } = await open();
    const base64 = Buffer.from(JSON.stringify(projectOf("三", [-1, 2]))).toString("base64");
    const taken = await running.value("takeMember", { session, name: "one.json", base64 });
    const members = taken.document["members"] as unknown as readonly { readonly id: string }[];
    expect(members.map(({ id }) => id)).toEqual(["one", "two", "one_2"]);
    expect(figure(await viewOf(session), "pool.need")).toBe("201");
  });

  it("takes for a member known by hash the file that has it, and no other", async () => {
    const filled = await open();
    const view = await viewOf(filled.session);
    const hash = view.members[1]?.hash ?? "";
    const { session } = await openNew(jsonOf({ members: [one, { id: "two", hash }], portfolio }));
    expect((await viewOf(session)).members[1]?.problem).toContain(hash);
    const fileOf = (document: unknown) => Buffer.from(JSON.stringify(document)).toString("base64");
    const args = { session, member: "two", name: "b.json", lang: "zh" };
    const [problem] = await running.problems("takeMember", { ...args, base64: fileOf(projectOf("二", [-100, 151])) });
    expect(problem?.code).toBe("portfolio.hash");
    await running.value("takeMember", { session, member: "two", name: "b.json", base64: fileOf(two.document) });
    expect(figure(await viewOf(session), "pool.need")).toBe("200");
  });
});

describe("a portfolio on disk", () => {
  const examples = new URL("../../examples/", import.meta.url);
  const infill = JSON.parse(readFileSync(new URL("infill.json", examples), "utf8"));
  const real = jsonOf({
    members: [
      { id: "a", document: infill },
      { id: "b", document: { ...infill, project: { ...infill.project, name: "B" } }, startMonths: 12 },
    ],
  });

  it.each(["kept.pingheng", "kept.json"])(
    "as %s is what it was, with the rule packs of its members once each",
    async (name) => {
      const { session } = await openNew(real);
      const before = await viewOf(session);
      await running.value("saveAs", { session, path: running.path(name) });
      await running.value("close", { session });
      const again = await running.value("openPath", { path: running.path(name) });
      const after = await viewOf(again.session);
      expect(after.figures).toEqual(before.figures);
      expect(after.members.map(({ hash }) => hash)).toEqual(before.members.map(({ hash }) => hash));
      if (name.endsWith(".json")) {
        const written = JSON.parse(readFileSync(running.path(name), "utf8"));
        const used = infill.packs.map(({ id }: { readonly id: string }) => id);
        expect(written.packs.map(({ id }: { readonly id: string }) => id).sort()).toEqual([...used].sort());
        expect(written.packs.every(({ text }: { readonly text?: unknown }) => text !== undefined)).toBe(true);
      }
      expect(running.logged).toEqual([]);
    },
  );
});
