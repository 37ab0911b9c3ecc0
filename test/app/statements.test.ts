import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { Running } from "./support/running.ts";

let running: Running;
let rebuild: SessionView;
beforeAll(async () => {
  running = new Running();
  rebuild = await running.value("openExample", { id: "rebuild" });
});
afterEach(() => expect(running.logged).toEqual([]));
afterAll(() => running.end());

describe("statements through the application", () => {
  const asked = () => ({ session: rebuild.session, scenario: "base", by: "year" as const });

  it("answers one table with the lines that explain it, and says what else there is", async () => {
    const { version, offered, perspectives, statements } = await running.value("statements", {
      ...asked(),
      id: "balance",
    });
    expect(version).toBe(rebuild.version);
    expect(offered.map(({ id }) => id)).toContain("plan");
    expect(perspectives.map(({ id }) => id)).toContain("party.residents");
    const [balance] = statements;
    const assets = balance?.rows.find(({ no }) => no === "1");
    expect(assets).toMatchObject({ line: "stmt_balance.r1", level: 0, unit: "CNY" });
    expect(assets?.values).toHaveLength(balance?.columns.length ?? -1);
    const line = await running.value("explain", {
      session: rebuild.session,
      scenario: "base",
      cell: "stmt_balance.r1@2030",
    });
    expect(line.period).toBe("2030-Q4");
    expect(line.terms.map(({ ref }) => ref)).toContain("stmt_balance.r1_1@2030-Q4");
  });

  it("answers the cash of one side, and refuses what there is not", async () => {
    const { statements } = await running.value("statements", { ...asked(), perspective: "party.residents" });
    expect(statements[0]?.id).toBe("perspective.party.residents");
    expect((await running.problems("statements", { ...asked(), id: "nothing", lang: "en" }))[0]?.code).toBe(
      "statements.unknown",
    );
    expect((await running.problems("statements", { ...asked(), by: "century" })).length).toBeGreaterThan(0);
  });
});
