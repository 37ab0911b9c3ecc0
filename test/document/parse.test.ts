import { describe, expect, it } from "vitest";
import { parseDocument, parseJsonText, parseStructure } from "../../models/document/parse.ts";
import { fakes, tinyDocument } from "./fakes.ts";
import { accepted, at, changed, parsed, places, problemsOf, put } from "./support.ts";

const refused = (change: (draft: ReturnType<typeof tinyDocument>) => void): readonly string[] =>
  places(problemsOf(parseDocument(changed(change), fakes)));
const noted = (change: (draft: ReturnType<typeof tinyDocument>) => void): readonly string[] =>
  places(parsed(change).problems);

describe("a document that can be read", () => {
  it("keeps numbers as text and fills in what has a default", () => {
    const { document, problems } = parsed();
    expect(problems).toEqual([]);
    expect(document.components[0]?.inputs["area"]).toBe("1000");
    expect(document.conventions.minimumCash).toBe("1000");
    expect(document.components[0]?.enabled).toBe(true);
    const least = accepted(
      parseStructure({
        format: "pingheng/model",
        version: 1,
        project: { name: "x", type: "new_build" },
        timeline: { start: "2026-01", step: "year", periods: 1 },
      }),
    );
    expect([least.parties, least.components, least.scenarios, least.conventions]).toEqual([[], [], [], {}]);
  });

  it("is the same read from text", () => {
    expect(accepted(parseJsonText(JSON.stringify(tinyDocument()), fakes))).toEqual(parsed());
  });

  it("keeps every digit of a long number in a file", () => {
    const text = JSON.stringify(tinyDocument()).replace('"20000.5"', "20000.123456789012345678901");
    expect(accepted(parseJsonText(text, fakes)).document.components[0]?.inputs["price"]).toBe(
      "20000.123456789012345678901",
    );
  });

  it("does not change what it is given", () => {
    const draft = tinyDocument();
    parseDocument(draft, fakes);
    expect(draft).toEqual(tinyDocument());
  });
});

describe("a document that is something else", () => {
  it.each([
    [null, "document.not_a_document "],
    [[], "document.not_a_document "],
    ["text", "document.not_a_document "],
    [{}, "document.not_a_document format"],
    [{ format: "other/model", version: 1 }, "document.format_foreign format"],
    [{ format: "pingheng/model", version: 2 }, "document.version_future version"],
    [{ format: "pingheng/model", version: "1" }, "document.version_unknown version"],
    [{ format: "pingheng/model", version: 0 }, "document.version_unknown version"],
    [{ format: "pingheng/model" }, "document.version_unknown version"],
  ])("%j", (input, place) => {
    expect(places(problemsOf(parseDocument(input, fakes)))).toEqual([place]);
  });
});

describe("structure mistakes make it unreadable, each with its place", () => {
  it("unknown keys, with the one that was meant", () => {
    const problems = problemsOf(
      parseDocument(
        changed((draft) => Object.assign(draft.components[0] ?? {}, { lable: "x" })),
        fakes,
      ),
    );
    expect(places(problems)).toEqual(["document.unknown_key components/sale_1/lable"]);
    expect(problems[0]?.hint).toEqual({ zh: "是否想写 label?", en: "did you mean label?" });
  });

  it.each([
    ["missing name", (d: unknown) => delete at(d, "project")["name"], "document.missing_key project/name"],
    ["wrong type", put(5, "project", "name"), "document.wrong_type project/name"],
    ["step", put("quater", "timeline", "step"), "document.not_in_list timeline/step"],
    ["start", put("2026-13", "timeline", "start"), "document.bad_month timeline/start"],
    ["no periods", put(0, "timeline", "periods"), "document.too_small timeline/periods"],
    ["half a period", put(1.5, "timeline", "periods"), "document.wrong_type timeline/periods"],
    ["61 years", put(244, "timeline", "periods"), "document.horizon_too_long timeline/periods"],
    ["role", put("buyers", "parties", 1, "role"), "document.not_in_list parties/buyers/role"],
    ["convention", put("8%", "conventions", "icProject"), "document.bad_number conventions/icProject"],
    ["null input", put(null, "components", 0, "inputs", "price"), "document.bad_value components/sale_1/inputs/price"],
    ["status", put(["maybe"], "scenarios", 0, "counts"), "document.not_in_list scenarios/optimistic/counts/0"],
    ["date", put("2026-02-30", "records", 0, "date"), "document.bad_date records/permit_1/date"],
    [
      "account",
      put({ debit: "cash", credit: "petty" }, "customLines", 0, "posts"),
      "document.not_in_list customLines/donation/posts/credit",
    ],
  ])("%s", (_name, change, place) => {
    expect(refused(change)).toEqual([place]);
  });

  it.each(["plots", "parties", "components", "customLines", "scenarios", "records"] as const)(
    "ids used twice in %s",
    (list) => {
      const id = tinyDocument()[list][0]?.id ?? "";
      const found = refused((draft) => {
        const items: unknown[] = draft[list];
        items.push(structuredClone(items[0]));
      });
      expect(found).toEqual([`document.duplicate_id ${list}/${id}`]);
    },
  );
});

describe("value mistakes leave the rest of the model usable", () => {
  it.each([
    [
      "missing",
      (d: unknown) => delete at(d, "components", 0, "inputs")["price"],
      "document.input_missing components/sale_1/inputs/price",
    ],
    [
      "thousands separator",
      put("20,000", "components", 0, "inputs", "price"),
      "document.bad_number components/sale_1/inputs/price",
    ],
    ["negative", put("-1", "components", 0, "inputs", "price"), "document.below_range components/sale_1/inputs/price"],
    [
      "too much",
      put(100000.01, "components", 0, "inputs", "area"),
      "document.out_of_range components/sale_1/inputs/area",
    ],
    [
      "word for number",
      put(true, "components", 0, "inputs", "price"),
      "document.input_type components/sale_1/inputs/price",
    ],
    [
      "unknown party",
      put("buyer", "components", 0, "inputs", "buyer"),
      "document.party_unknown components/sale_1/inputs/buyer",
    ],
    [
      "party of another role",
      put("city", "components", 0, "inputs", "buyer"),
      "document.party_role components/sale_1/inputs/buyer",
    ],
    [
      "unknown plot",
      put("p2", "components", 0, "inputs", "plot"),
      "document.plot_unknown components/sale_1/inputs/plot",
    ],
    [
      "unknown record",
      put("permit_2", "components", 0, "inputs", "permit"),
      "document.record_unknown components/sale_1/inputs/permit",
    ],
    [
      "word with a space",
      put("flat a", "components", 0, "inputs", "product"),
      "document.word_bad components/sale_1/inputs/product",
    ],
    ["month", put("2026-1", "components", 0, "inputs", "after"), "document.bad_month components/sale_1/inputs/after"],
    ["flag", put("yes", "components", 0, "inputs", "taxed"), "document.input_type components/sale_1/inputs/taxed"],
    [
      "plain share",
      put("0.5", "components", 0, "inputs", "share"),
      "document.profile_plain components/sale_1/inputs/share",
    ],
    [
      "share above 1",
      put(["0.5", "1.5"], "components", 0, "inputs", "share", "profile", "values"),
      "document.out_of_range components/sale_1/inputs/share/profile/values/1",
    ],
    [
      "meaning",
      put("rate", "components", 0, "inputs", "share", "profile", "meaning"),
      "document.profile_meaning components/sale_1/inputs/share/profile/meaning",
    ],
    [
      "profile month",
      put("soon", "components", 0, "inputs", "share", "profile", "from"),
      "document.bad_month components/sale_1/inputs/share/profile/from",
    ],
    [
      "choice",
      put("extr", "components", 1, "inputs", "kind"),
      "document.choice_unknown components/works_1/inputs/kind",
    ],
    [
      "status",
      put("granted", "components", 2, "inputs", "status"),
      "document.input_type components/grant_1/inputs/status",
    ],
    [
      "formula for a word",
      put({ formula: "1" }, "components", 1, "inputs", "kind"),
      "document.input_type components/works_1/inputs/kind",
    ],
    [
      "unknown input",
      put("1", "components", 0, "inputs", "prise"),
      "document.input_unknown components/sale_1/inputs/prise",
    ],
    [
      "cell",
      put("1e99", "components", 1, "inputs", "parts", 0, "amount"),
      "document.bad_number components/works_1/inputs/parts/a/amount",
    ],
    [
      "missing cell",
      (d: unknown) => delete at(d, "components", 1, "inputs", "parts", 1)["lag"],
      "document.input_missing components/works_1/inputs/parts/b/lag",
    ],
    [
      "column",
      put("1", "components", 1, "inputs", "parts", 1, "lagg"),
      "document.column_unknown components/works_1/inputs/parts/b/lagg",
    ],
    [
      "row without id",
      (d: unknown) => delete at(d, "components", 1, "inputs", "parts", 1)["id"],
      "document.row_id components/works_1/inputs/parts/1",
    ],
    [
      "row id twice",
      put("a", "components", 1, "inputs", "parts", 1, "id"),
      "document.row_duplicate components/works_1/inputs/parts/a",
    ],
    [
      "table as text",
      put("none", "components", 1, "inputs", "parts"),
      "document.input_type components/works_1/inputs/parts",
    ],
    [
      "mechanism",
      put("fake_grand", "components", 2, "mechanism"),
      "document.mechanism_unknown components/grant_1/mechanism",
    ],
    [
      "evidence",
      put({ prize: { document: "x" } }, "components", 0, "evidence"),
      "document.evidence_unknown components/sale_1/evidence/prize",
    ],
    [
      "phase after",
      put("built", "timeline", "phases", 1, "after"),
      "document.phase_unknown timeline/phases/operate/after",
    ],
    [
      "phase start",
      (d: unknown) => delete at(d, "timeline", "phases", 0)["start"],
      "document.phase_start timeline/phases/build",
    ],
    ["pack", put([{ id: "nation-law", version: "1" }], "packs"), "document.pack_unknown packs/nation-law"],
    ["parent", put("optimist", "scenarios", 1, "parent"), "document.scenario_parent scenarios/cheap/parent"],
    [
      "patch",
      put({ "components/sale_1/inputs/area": "-5" }, "scenarios", 1, "set"),
      "document.out_of_range scenarios/cheap/set/components/sale_1/inputs/area",
    ],
  ])("%s", (_name, change, place) => {
    expect(noted(change)).toEqual([place]);
  });

  it("a party that does not exist names the nearest one", () => {
    const { problems } = parsed((draft) => {
      at(draft, "components", 0, "inputs")["buyer"] = "buyer";
    });
    expect(problems[0]?.hint).toEqual({ zh: "是否想写 buyers?", en: "did you mean buyers?" });
  });

  it("a policy number may be left out only when a listed pack has it", () => {
    const leave = (draft: ReturnType<typeof tinyDocument>) => delete at(draft, "components", 0, "inputs")["vat"];
    expect(noted(leave)).toEqual(["document.input_missing_parameter components/sale_1/inputs/vat"]);
  });
});
