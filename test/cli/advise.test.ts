import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { jsonOf, pingheng } from "./support.ts";

const CLIFF = fileURLToPath(new URL("../analysis/cliff.json", import.meta.url));
const PRICE = "components/flats/inputs/price";
const UNTIL = ["--until", "balance.static>=29300000"];

const folder = mkdtempSync(join(tmpdir(), "pingheng-advise-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const weights = join(folder, "weights.json");
writeFileSync(weights, JSON.stringify({ project: "no", suppliers: "no", buyers: 4 }));

interface Answer {
  readonly message: string;
  readonly plans: readonly {
    readonly pain: number;
    readonly changes: readonly { readonly path: string; readonly to: string }[];
  }[];
  readonly weights: Readonly<Record<string, unknown>>;
  readonly none: {
    readonly why: string;
    readonly targets: readonly { readonly alone: number }[];
    readonly binding: readonly { readonly path: string }[];
  } | null;
}

describe("advise", () => {
  it("exits 0 with plans: weights from a file, the last one given holds", async () => {
    const ran = await pingheng(["advise", CLIFF, ...UNTIL, "--weights", weights, "--weights", "buyers=2", "--json"]);
    expect(ran.status).toBe(0);
    const { plans, weights: used, none } = jsonOf(ran) as Answer;
    expect(none).toBeNull();
    expect(used).toMatchObject({ project: "no", suppliers: "no", buyers: 2 });
    // 10,000 p − 50 m − 0.3 (10,000 p − 66 m) ≥ 29.3 m from p = 59.5 m ÷ 7,000 on.
    expect(plans[0]?.changes.map(({ path }) => path)).toEqual([PRICE]);
    expect(Number(plans[0]?.changes[0]?.to)).toBeGreaterThanOrEqual(59_500_000 / 7000);
  });

  it("exits 1 with what binds where there is none", async () => {
    const ends = ["--within", `${PRICE}=7000..9000`, "--weights", weights, "--weights", "buyers=2"];
    const ran = await pingheng(["advise", CLIFF, "--until", "balance.static>=33000000", ...ends, "--json"]);
    expect(ran.status).toBe(1);
    const { plans, none } = jsonOf(ran) as Answer;
    expect(plans).toEqual([]);
    expect(none).toMatchObject({ why: "out_of_reach", binding: [{ path: PRICE, end: "9000", by: "asked" }] });
    // 90 m − 50 m − 0.3 (90 m − 66 m) is 32.8 m.
    expect(none?.targets[0]?.alone).toBeCloseTo(-200_000, 2);
  });

  it.each<[string, readonly string[]]>([
    ["advise.no_target", []],
    ["advise.bounds", [...UNTIL, "--within", `${PRICE}=9000..7000`]],
    ["advise.within", [...UNTIL, "--within", PRICE]],
    ["advise.weights_file", [...UNTIL, "--weights", join(folder, "none.json")]],
    ["advise.contradiction", ["--until", "balance.static>=2", "--until", "balance.static<=1"]],
    ["advise.alternatives", [...UNTIL, "--alternatives", "some"]],
  ])("exits 2 and says %s", async (code, words) => {
    const ran = await pingheng(["advise", CLIFF, ...words]);
    expect([ran.status, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toMatch(new RegExp(`^${code.replace(".", "\\.")} `, "m"));
  });
});
