import { describe, expect, it } from "vitest";
import { scenarioIds } from "../../models/document/scenario.ts";
import { modelExamples } from "../support/examples.ts";
import { type Draft, example, part, plain, type Row, rowOf, rowsOf } from "./unconditional.ts";

const PATIENCE_MS = 600_000;
const FILES = modelExamples().map((name) => name.replace(".json", ""));

const drop = (draft: Draft, id: string, name: string): void => {
  part(draft, id).inputs["items"] = rowsOf(draft, id).filter((one) => one.id !== name);
};
const absent = (draft: Draft, id: string, reason: string): void => {
  draft.components = draft.components.filter((one) => one.id !== id);
  draft.absences = [...(draft.absences ?? []), { id, reason }];
};

const set = (at: object, values: object): void => void Object.assign(at, values);

type Case = readonly [string, string, string, (draft: Draft) => void];

describe("what a paper states and a plan no longer comes to turns no verdict green", () => {
  it.each<Case>([
    ["staff beside guards is deleted", "special-bond", "base", (draft) => drop(draft, "running", "staff")],
    ["guards beside staff are deleted", "special-bond", "base", (draft) => drop(draft, "running", "guards")],
    ["shifts are left out", "special-bond", "base", (d) => void delete rowOf(d, "running", "guards")["shifts"]],
    ["26 heads are 8", "special-bond", "base", (d) => set(rowOf(d, "running", "staff"), { quantity: "8" })],
    [
      "spaces are full from the first day",
      "special-bond",
      "base",
      (d) =>
        rowsOf(d, "parking").forEach((one) => {
          one["ramped"] = "no";
        }),
    ],
    [
      "ten times the charging",
      "special-bond",
      "base",
      (d) => set(rowOf(d, "parking", "charging"), { quantity: "11500000" }),
    ],
    [
      "ten times the adverts",
      "special-bond",
      "base",
      (d) => set(rowOf(d, "common", "adverts", "sources"), { quantity: "3200" }),
    ],
    [
      "400 places of childcare for 110",
      "special-bond",
      "base",
      (d) => set(rowOf(d, "service", "childcare"), { quantity: "400" }),
    ],
    [
      "the company's own cost is off",
      "rehabilitation",
      "no_reward",
      (d) => set(part(d, "own_cost"), { enabled: false }),
    ],
    ["the company's own staff is deleted", "rehabilitation", "adverse", (d) => drop(d, "own_cost", "staff")],
    [
      "the operator is paid nothing",
      "rehabilitation",
      "no_reward",
      (d) => set(part(d, "contract").inputs, { paymentPerYear: "0" }),
    ],
    [
      "a rent above a cap that is left out",
      "rehabilitation",
      "adverse",
      (d) => {
        delete part(d, "hall").inputs["rentCap"];
        part(d, "hall").inputs["rent"] = "90";
      },
    ],
    [
      "shares of income from the first yuan on",
      "rehabilitation",
      "no_reward",
      (d) => set(rowOf(d, "contract", "commercial", "shares"), { threshold: "0" }),
    ],
    [
      "ten times the capital the operator brings",
      "rehabilitation",
      "no_reward",
      (d) => set(rowOf(d, "contract", "entry", "capital"), { amount: "24000000" }),
    ],
    [
      "a penalty the operator is sure to pay",
      "rehabilitation",
      "no_reward",
      (d) => set(rowOf(d, "contract", "satisfaction", "kpis"), { expected: "40" }),
    ],
    ["the culture budget is deleted", "rehabilitation", "no_reward", (d) => drop(d, "fees", "culture")],
    ["no contingency, in a few words", "rehabilitation", "adverse", (d) => absent(d, "contingency", "合同固定总价")],
    ["no contingency, in one word", "infill", "fewer_demolished", (d) => absent(d, "contingency", "无")],
    ["added lifts are deleted", "infill", "fewer_demolished", (d) => drop(d, "repair", "added_lifts")],
    [
      "a neighbour pays ten times its weight",
      "infill",
      "fewer_demolished",
      (d) => set(rowOf(d, "shared", "next", "partners"), { weight: "8000" }),
    ],
    [
      "compensation at a third of the appraisal",
      "infill",
      "adverse",
      (d) => set(part(d, "compensation").inputs, { appraisedPrice: "4700" }),
    ],
    [
      "repair at a third of its price",
      "infill",
      "fewer_demolished",
      (d) => set(rowOf(d, "repair", "kept"), { price: "165" }),
    ],
    [
      "an approval that states no total",
      "rehabilitation",
      "no_reward",
      (d) => {
        drop(d, "fees", "culture");
        for (const one of d.records) if (one.id === "estimate") delete one.values?.["totalInvestment"];
      },
    ],
    [
      "no assessment of the operation",
      "special-bond",
      "base",
      (d) => {
        drop(d, "running", "staff");
        d.records = d.records.filter(({ id }) => id !== "running_report");
      },
    ],
  ])("%s (%s %s)", (_what, name, scenario, change) => {
    const draft = example(name);
    const before = plain(draft, scenario);
    change(draft);
    expect(plain(draft, scenario).filter((id) => !before.includes(id))).toEqual([]);
  });
});

/** What runs: rows of income and cost of operation, and the figures beside them. */
const OPERATING = [
  "operating_revenue",
  "operating_cost",
  "lease",
  "common_income",
  "replacement",
  "operator_contract",
  "franchise",
];
const NUMBER = /^-?\d+(\.\d+)?$/;

type Change = readonly [string, (draft: Draft) => void];

/** Each row deleted; each number of a row or a component left out, halved, 0 and ten times what it is. */
function changesOf(draft: Draft): readonly Change[] {
  const numbers = (place: string, find: (draft: Draft) => Record<string, unknown>): readonly Change[] =>
    Object.entries(find(draft)).flatMap(([name, value]) => {
      if (typeof value !== "string" || !NUMBER.test(value)) return [];
      const scaled = ([1 / 2, 0, 10] as const).map(
        (factor): Change => [
          `${place}/${name} × ${factor}`,
          (d) => set(find(d), { [name]: String(Number((Number(value) * factor).toPrecision(12))) }),
        ],
      );
      return [[`${place}/${name} left out`, (d: Draft) => void delete find(d)[name]] as const, ...scaled];
    });
  return draft.components.flatMap(({ id, mechanism, inputs }) => {
    if (!OPERATING.includes(mechanism)) return [];
    const tables = Object.entries(inputs).flatMap(([table, rows]) =>
      Array.isArray(rows)
        ? (rows as Row[]).flatMap(({ id: name }): readonly Change[] => [
            [
              `${id}/${table}/${name} deleted`,
              (d) => set(part(d, id).inputs, { [table]: rowsOf(d, id, table).filter((one) => one.id !== name) }),
            ],
            ...numbers(`${id}/${table}/${name}`, (d) => rowOf(d, id, name, table)),
          ])
        : [],
    );
    return [...tables, ...numbers(id, (d) => part(d, id).inputs)];
  });
}

/** One scenario of each file, in which money is short; every one takes long (PINGHENG_REMOVALS=all). */
const SHORT: Readonly<Record<string, string>> = {
  rehabilitation: "no_reward",
  infill: "adverse",
  "new-build": "adverse",
};
/** One change in eight is tried, another eighth in each file. */
const EIGHTH = { of: 8 };
const tried = (changes: readonly Change[], file: number): readonly Change[] =>
  process.env["PINGHENG_REMOVALS"] === "all"
    ? changes
    : changes.filter((_one, at) => at % EIGHTH.of === file % EIGHTH.of);

const scenariosOf = (name: string, draft: Draft): readonly string[] =>
  process.env["PINGHENG_REMOVALS"] === "all" ? scenarioIds(draft as never) : [SHORT[name] ?? "base"];

describe.each(FILES)("%s: one change of what runs", (name) => {
  it(
    "turns no verdict green that was not",
    () => {
      const draft = example(name);
      const ids = scenariosOf(name, draft);
      const turned = ids.flatMap((scenario) => {
        const before = plain(draft, scenario);
        return tried(changesOf(draft), FILES.indexOf(name)).flatMap(([what, change]) => {
          const copy = structuredClone(draft);
          change(copy);
          let after: readonly string[];
          try {
            after = plain(copy, scenario);
          } catch {
            // What no document can say is refused as such.
            return [];
          }
          const more = after.filter((id) => !before.includes(id));
          return more.length === 0 ? [] : [`${scenario} ${what}: ${more.join(" ")}`];
        });
      });
      expect(turned).toEqual([]);
    },
    PATIENCE_MS,
  );
});
