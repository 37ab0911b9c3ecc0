import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { jsonOf, pingheng } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-stress-"));
const file = join(folder, "plan.json");
const stress = [{ id: "own", path: "components/flats/inputs/price", value: "50", reason: "周边成交价" }];
writeFileSync(file, JSON.stringify({ ...smallDocument(), stress }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("audit --stress tells each stress over the audited plan; a size for one run is used and not kept", async () => {
  const ran = await pingheng(["audit", file, "--stress", "--sizes", "price_down=-0.2", "--json"]);
  expect(ran.status).toBe(0);
  const { stress: told } = jsonOf(ran) as { stress: { rows: { id: string; size: string | null; kind: string }[] } };
  const row = (id: string) => told.rows.find((one) => one.id === id);
  expect([row("price_down")?.size, row("own")?.kind]).toEqual(["-0.2", "own"]);
});

it("refuses a size that would be the reverse of the stress", async () => {
  const ran = await pingheng(["audit", file, "--sizes", "price_down=0.2"]);
  expect([ran.status, ran.stdout]).toEqual([2, ""]);
  expect(ran.stderr).toContain("stress.size sizes/price_down");
});
