import { readFileSync } from "node:fs";
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { PARTY_ROLES } from "../../../models/terms/parties.ts";
import { recordOf } from "../../support/prepared.ts";
import { testPack } from "./pack.ts";

export type Inputs = Readonly<Record<string, unknown>>;

/** A component as a situation writes it: `[id, mechanism, inputs]`. */
export type Part = readonly [id: string, mechanism: string, inputs: Inputs];

export interface Situation {
  readonly components: readonly Part[];
  readonly start?: string;
  readonly step?: "month" | "quarter" | "half-year" | "year";
  readonly periods?: number;
  readonly plots?: readonly string[];
  readonly conventions?: Readonly<Record<string, unknown>>;
  readonly project?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Installed rule packs instead of the test pack. */
  readonly packs?: readonly { readonly id: string; readonly version: string }[];
  readonly records?: readonly {
    readonly id: string;
    readonly date: string;
    readonly kind?: string;
    readonly values?: Readonly<Record<string, unknown>>;
  }[];
  /** Record inputs left out need no paper, unless a test looks at papers. */
  readonly papers?: "as given";
  readonly openingCash?: Readonly<Record<string, string>>;
  /** Parties left out of the project although their role is one of its own. */
  readonly outside?: readonly string[];
  readonly scenario?: { readonly set?: Readonly<Record<string, unknown>>; readonly counts?: readonly string[] };
  readonly customLines?: readonly Readonly<Record<string, unknown>>[];
}

/** One party of every role, named like its role. */
const parties = Object.keys(PARTY_ROLES).map((role) => ({ id: role, label: role, role }));

export function documentOf(situation: Situation): unknown {
  return {
    format: "pingheng/model",
    version: 1,
    project: { name: "situation", type: "renovation", ...situation.project },
    plots: (situation.plots ?? ["p1"]).map((id) => ({ id, label: id })),
    timeline: { start: situation.start ?? "2026-01", step: situation.step ?? "year", periods: situation.periods ?? 10 },
    conventions: situation.conventions ?? {},
    packs: situation.packs ?? [testPack(situation.parameters)],
    parties: parties.map((party) => {
      const openingCash = situation.openingCash?.[party.id];
      const place = situation.outside?.includes(party.id) === true ? { inProject: false } : {};
      return { ...party, ...place, ...(openingCash === undefined ? {} : { openingCash }) };
    }),
    components: situation.components.map(([id, mechanism, inputs]) => ({
      id,
      mechanism,
      inputs: situation.papers === "as given" ? inputs : { ...groundsOf(mechanism), ...inputs },
    })),
    records: (situation.records ?? []).map((record) => ({ ...record, label: record.id })),
    customLines: situation.customLines ?? [],
    scenarios: situation.scenario === undefined ? [] : [{ id: "tested", label: "tested", ...situation.scenario }],
  };
}

/** Why no paper is needed, for every record input of a mechanism. */
function groundsOf(mechanism: string): Inputs {
  const inputs = Object.entries(mechanisms.get(mechanism)?.inputs ?? {});
  return Object.fromEntries(
    inputs.flatMap(([name, { type }]) => (type === "record" ? [[name, { notNeeded: "not tested here" }]] : [])),
  );
}

/** Values of an evaluated situation by line id, as plain numbers. */
export interface Outcome {
  readonly problems: readonly {
    readonly code: string;
    readonly path: string;
    readonly message: { readonly en: string };
  }[];
  readonly lines: readonly {
    readonly id: string;
    readonly label: { readonly zh: string; readonly en: string };
    readonly role?: string;
    readonly tags: Readonly<Record<string, string | number>>;
  }[];
  /** A scalar line. */
  one(id: string): number;
  /** Periods 1, 2, … of a line. */
  series(id: string): number[];
  /** Sum over the periods. */
  total(id: string): number;
  has(id: string): boolean;
}

/** Runs a situation with the book of record; problems are not expected unless the test looks at them. */
export function run(situation: Situation, expectProblems = false): Outcome {
  const parsed = parseDocument(documentOf(situation), mechanisms);
  if (!parsed.ok) throw new Error(describe(parsed.problems));
  const { evaluation, problems: found } = recordOf(
    parsed.value.document,
    situation.scenario === undefined ? undefined : "tested",
  );
  const problems = [...found, ...evaluation.gaps.problems];
  if (!expectProblems && problems.length > 0) throw new Error(describe(problems));
  const indexOf = (id: string): number => {
    const index = evaluation.graph.indexById.get(id);
    if (index === undefined) throw new Error(`no line ${id}`);
    return index;
  };
  const number = (value: { toNumber(): number } | undefined, id: string): number => {
    if (value === undefined) throw new Error(`${id} has no value`);
    return value.toNumber();
  };
  const series = (id: string) => evaluation.series(indexOf(id)).map((value) => number(value, id));
  return {
    problems,
    lines: evaluation.graph.lines.map(({ id, label, role, tags }) => ({
      id,
      label,
      tags,
      ...(role === undefined ? {} : { role }),
    })),
    one: (id) => number(evaluation.scalar(indexOf(id)), id),
    series,
    total: (id) => series(id).reduce((sum, value) => sum + value, 0),
    has: (id) => evaluation.graph.indexById.has(id),
  };
}

function describe(
  problems: readonly { readonly code: string; readonly path: string; readonly message: { readonly en: string } }[],
): string {
  return problems.map(({ code, path, message }) => `${code} ${path}: ${message.en}`).join("\n");
}

/** A profile input keyed by date. */
export function profile(values: readonly number[], from = "2026-01", every = "year") {
  return { profile: { from, every, values: values.map(String) } };
}

interface Case {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

const cases: readonly Case[] = (
  JSON.parse(readFileSync(new URL("../../cases/cases.json", import.meta.url), "utf8")) as {
    readonly cases: readonly Case[];
  }
).cases;

/** A published or worked situation of `test/cases/cases.json`; `expected` read as numbers. */
export function situationCase(id: string): {
  readonly inputs: Readonly<Record<string, number>>;
  readonly expected: Readonly<Record<string, number>>;
  readonly raw: Case;
} {
  const raw = cases.find((one) => one.id === id);
  if (raw === undefined) throw new Error(`no case ${id}`);
  return {
    inputs: raw.inputs as Readonly<Record<string, number>>,
    expected: raw.expected as Readonly<Record<string, number>>,
    raw,
  };
}
