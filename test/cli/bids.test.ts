import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { cellAt, filled as filledForm } from "../app/imports/filled.ts";
import { jsonOf, pingheng } from "./support.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const write = (name: string, document: unknown) => writeFileSync(at(name), JSON.stringify(document));
const NET = { included: false };

interface Bid {
  readonly id: string;
  readonly bidder: string;
  readonly answers?: string;
}

const bidsIn = (name: string): Bid[] => JSON.parse(readFileSync(at(name), "utf8")).bids;

/** The file a bidder was given, filled in. */
function filled(name: string, told: Readonly<Record<string, unknown>>): void {
  const document = JSON.parse(readFileSync(at("given.json"), "utf8"));
  const { id: _own, ...offer } = bidOf("bid", {});
  document.bids[0] = { ...document.bids[0], ...offer, ...told };
  write(name, document);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-bids-"));
  const secret = { invitees: [{ id: "a", name: "受邀单位甲" }], evaluators: [{ id: "e", name: "评委" }] };
  write("tender.json", tenderDocument({}, secret, [bidOf("first", { fee: { amounts: "100", vat: NET } })]));
  expect((await pingheng(["bids", "notice", at("tender.json"), "-o", at("given.json")])).status).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the form of a bid for Excel", () => {
  it("goes out, comes back filled in as a bid, and unchanged writes nothing", async () => {
    const form = at("form.xlsx");
    const held = at("held.xlsx");
    expect((await pingheng(["export", at("tender.json"), "--to", "xlsx-bid", "-o", form])).status).toBe(0);
    const shown = await pingheng(["export", at("tender.json"), "--to", "xlsx-bid", "--bid", "first", "-o", held]);
    expect(shown.status).toBe(0);
    const unknown = await pingheng([
      "export",
      at("tender.json"),
      "--to",
      "xlsx-bid",
      "--bid",
      "fist",
      "-o",
      at("x.xlsx"),
    ]);
    expect([unknown.status, unknown.stderr.includes("bids.unknown_bid")]).toEqual([2, true]);
    const same = await pingheng(["import", held, "--into", at("tender.json"), "--json"]);
    expect(jsonOf(same)).toEqual({ file: null, changes: [] });
    const bytes = readFileSync(form);
    const bidder = await cellAt(bytes, "报价", ["bidder"], "value");
    const amount = await cellAt(bytes, "逐年", ["fee/amounts"], "every");
    writeFileSync(form, await filledForm(bytes, { [bidder]: "丙公司", [amount]: 70_000 }));
    write("copy.json", JSON.parse(readFileSync(at("tender.json"), "utf8")));
    const ran = await pingheng(["import", form, "--into", at("copy.json"), "--json"]);
    expect((jsonOf(ran) as { changes: { cell: string }[] }).changes.map(({ cell }) => cell)).toEqual([bidder, amount]);
    expect(bidsIn("copy.json")[1]).toMatchObject({ bidder: "丙公司", fee: { amounts: "70000" } });
    expect((await pingheng(["import", form, "-o", at("new.json")])).stderr).toContain("exchange.form_needs_into");
  });
});

describe("compare --bids", () => {
  it("states what each bid is worth, as JSON and as a table", async () => {
    const ran = await pingheng(["compare", at("tender.json"), "--bids", "--json"]);
    expect(ran.status).toBe(0);
    const { groups } = jsonOf(ran) as {
      groups: { id: string; rows: { name: string; cells: { value: string }[] }[] }[];
    };
    const npv = groups.find(({ id }) => id === "value")?.rows.find(({ name }) => name === "npv");
    // 100 a year for ten years at 5 %.
    expect(npv?.cells[0]?.value).toBe("772.17");
    const table = await pingheng(["compare", at("tender.json"), "--bids", "--lang", "en"]);
    expect(table.stdout).toContain("net present value to the owner");
  });

  it("says where a file has no tender, and names the bids there are", async () => {
    write("plain.json", { ...JSON.parse(readFileSync(at("tender.json"), "utf8")), tender: undefined, bids: [] });
    expect((await pingheng(["compare", at("plain.json"), "--bids"])).stderr).toContain("bids.no_tender");
    const other = await pingheng(["compare", at("tender.json"), "--bids", "--against", "fist"]);
    expect(other.status).toBe(2);
    expect(other.stderr).toContain("first");
  });

  it("explains its figures and prices a term of a bid", async () => {
    const explained = await pingheng(["explain", at("tender.json"), "bid.first.flow.headline@3", "--json"]);
    expect(jsonOf(explained)).toMatchObject({ value: "100", unit: "CNY" });
    const target = ["--vary", "bids/first/fee/amounts", "--until", "bid.first.npv>=772.17"];
    const solved = await pingheng(["solve", at("tender.json"), ...target, "--max", "300", "--json"]);
    expect(solved.status).toBe(0);
    const { roots } = jsonOf(solved) as { roots: { value: string; confirmed: boolean }[] };
    expect(Number(roots[0]?.value)).toBeCloseTo(100, 2);
    expect(roots[0]?.confirmed).toBe(true);
  });
});

describe("bids", () => {
  it("gives bidders the notice and nothing else", () => {
    const text = readFileSync(at("given.json"), "utf8");
    expect(text).not.toMatch(/受邀单位甲|评委|6000000|"first"/);
    expect(bidsIn("given.json")[0]?.answers).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("takes a bid that was filled in, and no second one of the same bidder", async () => {
    write("own.json", JSON.parse(readFileSync(at("tender.json"), "utf8")));
    filled("second.json", { bidder: "乙公司", fee: { amounts: "120", vat: NET } });
    const taken = await pingheng(["bids", "import", at("own.json"), at("second.json")]);
    expect(taken.status, taken.stderr).toBe(0);
    expect(bidsIn("own.json").map(({ bidder }) => bidder)).toEqual(["first", "乙公司"]);
    const again = await pingheng(["bids", "import", at("own.json"), at("second.json")]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain("bids.bid_there");
  });

  it.each([
    ["another tender", { answers: `sha256:${"0".repeat(64)}`, answersNumber: "ZB-9" }, "bids.other_tender"],
    ["an earlier notice", { answers: `sha256:${"0".repeat(64)}` }, "bids.other_notice"],
    ["no notice", { answers: undefined, answersNumber: undefined }, "bids.no_answer"],
    ["nobody", { bidder: " " }, "bids.bidder_missing"],
  ])("refuses a bid of %s, and leaves the file as it is", async (_what, told, code) => {
    filled("bad.json", { bidder: "丙公司", ...told });
    const before = readFileSync(at("tender.json"), "utf8");
    const ran = await pingheng(["bids", "import", at("tender.json"), at("bad.json")]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(code);
    expect(readFileSync(at("tender.json"), "utf8")).toBe(before);
  });
});
