import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import rebuild from "../../examples/rebuild.json" with { type: "json" };
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { jsonOf, pingheng } from "./support.ts";

interface Book {
  readonly packs: readonly {
    readonly id: string;
    readonly laws: readonly {
      readonly clauses: readonly {
        readonly id: string;
        readonly lines: readonly string[];
        readonly checks: readonly { readonly id: string; readonly proofs: readonly string[] }[];
        readonly unused: boolean;
      }[];
      readonly parameters: readonly { readonly id: string; readonly inputs: readonly string[] }[];
    }[];
  }[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pingheng-rules-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const clausesOf = ({ packs }: Book) => packs.flatMap(({ laws }) => laws.flatMap(({ clauses }) => clauses));

describe("rules", () => {
  it("has every clause and parameter of every pack once, with what rests on it and the cases that prove it", async () => {
    const book = jsonOf(await pingheng(["rules", "--json"])) as Book;
    const ids = clausesOf(book).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(INSTALLED_PACKS.flatMap(({ clauses }) => clauses.map(({ id }) => id)).toSorted());
    const parameters = book.packs.flatMap(({ laws }) => laws.flatMap((law) => law.parameters));
    expect(parameters).toHaveLength(INSTALLED_PACKS.flatMap((pack) => pack.parameters).length);
    const presale = clausesOf(book).find(({ id }) => id === "national-law/real-estate-45");
    const [check] = presale?.checks.filter(({ id }) => id === "C11") ?? [];
    expect(check?.proofs).toContain("presale without a permit");
    expect(parameters.find(({ id }) => id === "cit")?.inputs).toContain("income_tax.taxRate");
    expect(clausesOf(book).some(({ unused }) => unused)).toBe(true);
  });

  it("of a file has the packs it lists and names the lines of the plan that rest on a clause", async () => {
    const file = join(folder, "plan.json");
    writeFileSync(file, JSON.stringify(rebuild));
    const book = jsonOf(await pingheng(["rules", file, "--json"])) as Book;
    expect(book.packs.map(({ id }) => id)).toEqual(rebuild.packs.map(({ id }) => id));
    const presale = clausesOf(book).find(({ id }) => id === "national-law/real-estate-45");
    expect(presale?.lines).toContain("flats.allowed");
  });

  it("writes a page that is safe whatever a pack says, once", async () => {
    const file = join(folder, "hostile.json");
    const local = {
      ...INSTALLED_PACKS[0],
      id: "local-evil",
      title: { zh: "<script>alert(1)</script>", en: "<img src=x onerror=alert(1)>" },
      laws: undefined,
      clauses: [{ id: "local-evil/1", title: { zh: '"><b>', en: "b" }, text: { zh: "</style><script>", en: "t" } }],
      parameters: [],
    };
    const packs = [...rebuild.packs, { id: "local-evil", version: local.version, text: local }];
    writeFileSync(file, JSON.stringify({ ...rebuild, packs }));
    const out = join(folder, "book.html");
    const ran = await pingheng(["rules", file, "-o", out]);
    expect(ran).toMatchObject({ status: 0 });
    const html = readFileSync(out, "utf8");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
    expect(html).toContain("审核人");
    expect(await pingheng(["rules", file, "-o", out])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^save\.exists/),
    });
    expect(await pingheng(["rules", file, "-o", out, "--force", "--lang", "en"])).toMatchObject({ status: 0 });
    expect(readFileSync(out, "utf8")).toContain("Reviewed by");
  });

  it("refuses a pack it does not have, a file that is not there, a folder that is not there", async () => {
    expect(await pingheng(["rules", "--pack", "mars"])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^rules\.pack/),
    });
    expect(await pingheng(["rules", join(folder, "nothing.json")])).toMatchObject({ status: 2, stdout: "" });
    const nowhere = join(folder, "nowhere", "book.html");
    expect((await pingheng(["rules", "-o", nowhere])).status).toBe(2);
    expect(existsSync(nowhere)).toBe(false);
  });
});

it("calls a clause unused exactly where the generated pages do", async () => {
  const book = jsonOf(await pingheng(["rules", "--json"])) as Book;
  const page = (id: string): string => readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), "utf8");
  for (const { id, laws } of book.packs) {
    const rows = page(id).split("\n");
    for (const { id: clause, unused } of laws.flatMap((law) => law.clauses)) {
      const row = rows.find((text) => text.includes(`\`${clause}\``)) ?? "";
      expect([clause, row.includes("no check rests on this clause")]).toEqual([clause, unused]);
    }
  }
});
