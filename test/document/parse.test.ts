import { describe, expect, it } from "vitest";
import { parseDocument, parseJsonText, parseStructure } from "../../models/document/parse.ts";
import { fakes, tinyDocument } from "./fakes.ts";
import { accepted, at, changed, parsed, places, problemsOf } from "./support.ts";

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
    [
      "wrong type",
      (d: unknown) => {
        at(d, "project")["name"] = 5;
      },
      "document.wrong_type project/name",
    ],
    [
      "step",
      (d: unknown) => {
        at(d, "timeline")["step"] = "quater";
      },
      "document.not_in_list timeline/step",
    ],
    [
      "start",
      (d: unknown) => {
        at(d, "timeline")["start"] = "2026-13";
      },
      "document.bad_month timeline/start",
    ],
    [
      "no periods",
      (d: unknown) => {
        at(d, "timeline")["periods"] = 0;
      },
      "document.too_small timeline/periods",
    ],
    [
      "half a period",
      (d: unknown) => {
        at(d, "timeline")["periods"] = 1.5;
      },
      "document.wrong_type timeline/periods",
    ],
    [
      "61 years",
      (d: unknown) => {
        at(d, "timeline")["periods"] = 244;
      },
      "document.horizon_too_long timeline/periods",
    ],
    [
      "role",
      (d: unknown) => {
        at(d, "parties", 1)["role"] = "buyers";
      },
      "document.not_in_list parties/buyers/role",
    ],
    [
      "convention",
      (d: unknown) => {
        at(d, "conventions")["icProject"] = "8%";
      },
      "document.bad_number conventions/icProject",
    ],
    [
      "null input",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["price"] = null;
      },
      "document.bad_value components/sale_1/inputs/price",
    ],
    [
      "status",
      (d: unknown) => {
        at(d, "scenarios", 0)["counts"] = ["maybe"];
      },
      "document.not_in_list scenarios/optimistic/counts/0",
    ],
    [
      "date",
      (d: unknown) => {
        at(d, "records", 0)["date"] = "2026-02-30";
      },
      "document.bad_date records/permit_1/date",
    ],
    [
      "account",
      (d: unknown) => {
        at(d, "customLines", 0)["posts"] = { debit: "cash", credit: "petty" };
      },
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
      (d: unknown) => {
        at(d, "components", 0, "inputs")["price"] = "20,000";
      },
      "document.bad_number components/sale_1/inputs/price",
    ],
    [
      "negative",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["price"] = "-1";
      },
      "document.below_range components/sale_1/inputs/price",
    ],
    [
      "too much",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["area"] = 100000.01;
      },
      "document.out_of_range components/sale_1/inputs/area",
    ],
    [
      "word for number",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["price"] = true;
      },
      "document.input_type components/sale_1/inputs/price",
    ],
    [
      "unknown party",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["buyer"] = "buyer";
      },
      "document.party_unknown components/sale_1/inputs/buyer",
    ],
    [
      "party of another role",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["buyer"] = "city";
      },
      "document.party_role components/sale_1/inputs/buyer",
    ],
    [
      "unknown plot",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["plot"] = "p2";
      },
      "document.plot_unknown components/sale_1/inputs/plot",
    ],
    [
      "unknown record",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["permit"] = "permit_2";
      },
      "document.record_unknown components/sale_1/inputs/permit",
    ],
    [
      "word with a space",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["product"] = "flat a";
      },
      "document.word_bad components/sale_1/inputs/product",
    ],
    [
      "month",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["after"] = "2026-1";
      },
      "document.bad_month components/sale_1/inputs/after",
    ],
    [
      "flag",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["taxed"] = "yes";
      },
      "document.input_type components/sale_1/inputs/taxed",
    ],
    [
      "plain share",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["share"] = "0.5";
      },
      "document.profile_plain components/sale_1/inputs/share",
    ],
    [
      "share above 1",
      (d: unknown) => {
        at(d, "components", 0, "inputs", "share", "profile")["values"] = ["0.5", "1.5"];
      },
      "document.out_of_range components/sale_1/inputs/share/profile/values/1",
    ],
    [
      "meaning",
      (d: unknown) => {
        at(d, "components", 0, "inputs", "share", "profile")["meaning"] = "rate";
      },
      "document.profile_meaning components/sale_1/inputs/share/profile/meaning",
    ],
    [
      "profile month",
      (d: unknown) => {
        at(d, "components", 0, "inputs", "share", "profile")["from"] = "soon";
      },
      "document.bad_month components/sale_1/inputs/share/profile/from",
    ],
    [
      "choice",
      (d: unknown) => {
        at(d, "components", 1, "inputs")["kind"] = "extr";
      },
      "document.choice_unknown components/works_1/inputs/kind",
    ],
    [
      "status",
      (d: unknown) => {
        at(d, "components", 2, "inputs")["status"] = "granted";
      },
      "document.input_type components/grant_1/inputs/status",
    ],
    [
      "formula for a word",
      (d: unknown) => {
        at(d, "components", 1, "inputs")["kind"] = { formula: "1" };
      },
      "document.input_type components/works_1/inputs/kind",
    ],
    [
      "unknown input",
      (d: unknown) => {
        at(d, "components", 0, "inputs")["prise"] = "1";
      },
      "document.input_unknown components/sale_1/inputs/prise",
    ],
    [
      "cell",
      (d: unknown) => {
        at(d, "components", 1, "inputs", "parts", 0)["amount"] = "1e99";
      },
      "document.bad_number components/works_1/inputs/parts/a/amount",
    ],
    [
      "missing cell",
      (d: unknown) => delete at(d, "components", 1, "inputs", "parts", 1)["lag"],
      "document.input_missing components/works_1/inputs/parts/b/lag",
    ],
    [
      "column",
      (d: unknown) => {
        at(d, "components", 1, "inputs", "parts", 1)["lagg"] = "1";
      },
      "document.column_unknown components/works_1/inputs/parts/b/lagg",
    ],
    [
      "row without id",
      (d: unknown) => delete at(d, "components", 1, "inputs", "parts", 1)["id"],
      "document.row_id components/works_1/inputs/parts/1",
    ],
    [
      "row id twice",
      (d: unknown) => {
        at(d, "components", 1, "inputs", "parts", 1)["id"] = "a";
      },
      "document.row_duplicate components/works_1/inputs/parts/a",
    ],
    [
      "table as text",
      (d: unknown) => {
        at(d, "components", 1, "inputs")["parts"] = "none";
      },
      "document.input_type components/works_1/inputs/parts",
    ],
    [
      "mechanism",
      (d: unknown) => {
        at(d, "components", 2)["mechanism"] = "fake_grand";
      },
      "document.mechanism_unknown components/grant_1/mechanism",
    ],
    [
      "evidence",
      (d: unknown) => {
        at(d, "components", 0)["evidence"] = { prize: { document: "x" } };
      },
      "document.evidence_unknown components/sale_1/evidence/prize",
    ],
    [
      "phase after",
      (d: unknown) => {
        at(d, "timeline", "phases", 1)["after"] = "built";
      },
      "document.phase_unknown timeline/phases/operate/after",
    ],
    [
      "phase start",
      (d: unknown) => delete at(d, "timeline", "phases", 0)["start"],
      "document.phase_start timeline/phases/build",
    ],
    [
      "pack",
      (d: unknown) => {
        at(d)["packs"] = [{ id: "nation-law", version: "1" }];
      },
      "document.pack_unknown packs/nation-law",
    ],
    [
      "parent",
      (d: unknown) => {
        at(d, "scenarios", 1)["parent"] = "optimist";
      },
      "document.scenario_parent scenarios/cheap/parent",
    ],
    [
      "patch",
      (d: unknown) => {
        at(d, "scenarios", 1)["set"] = { "components/sale_1/inputs/area": "-5" };
      },
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
