import { boundProblem } from "../../document/bounds.ts";
import { phaseProblem } from "../../document/phases.ts";
import type { ModelDocument, PartySpec } from "../../document/schema.ts";
import { textOf } from "../../document/schemaParts.ts";
import { readMonth } from "../../language/calendar.ts";
import type { FormulaDecl, LineDecl } from "../../language/line.ts";
import { AMOUNT_MAX } from "../../terms/conventions.ts";
import { inProjectByDefault } from "../../terms/parties.ts";
import type { ExpandContext, InputLine } from "../context.ts";
import { inputLine } from "../context.ts";

export function projectInputs({ document, timeline }: ExpandContext): readonly InputLine[] {
  const { households, priceBaseMonth } = document.project;
  const base = priceBaseMonth === undefined ? timeline.startMonth : readMonth(priceBaseMonth);
  return [
    inputLine(
      {
        id: "project.price_base",
        label: { zh: "价格基准月", en: "month of the price base" },
        unit: "mo",
        kind: "scalar",
        axis: "scalar",
        path: "project/priceBaseMonth",
      },
      String(base),
    ),
    ...(households === undefined
      ? []
      : [
          inputLine(
            {
              id: "project.households",
              label: { zh: "户数", en: "households" },
              unit: "household",
              kind: "scalar",
              axis: "scalar",
              path: "project/households",
            },
            households,
          ),
        ]),
  ];
}

export function isInProject(party: PartySpec): boolean {
  return party.inProject ?? inProjectByDefault(party.role);
}

export function partyInputs({ parties }: ModelDocument): readonly InputLine[] {
  return parties.map((party) => {
    const label = textOf(party.label);
    const meta = {
      id: `party.${party.id}.opening_cash`,
      label: { zh: `${label.zh}期初资金`, en: `opening cash of ${label.en}` },
      path: `parties/${party.id}/openingCash`,
    };
    const cash = party.openingCash ?? "0";
    const problem = boundProblem({ from: `-${AMOUNT_MAX}`, to: AMOUNT_MAX }, meta.label, cash, meta.path);
    const whole = { ...meta, unit: "CNY", kind: "scalar", axis: "scalar" } as const;
    return inputLine(whole, cash, problem);
  });
}

/** Phase dates and lengths are inputs, so that a scenario can move them without another graph. */
export function phaseInputs({ timeline: { phases } }: ModelDocument): readonly InputLine[] {
  return phases.flatMap((phase) => {
    const path = `timeline/phases/${phase.id}`;
    const label = textOf(phase.label);
    const line = (name: string, zh: string, en: string, value: number | undefined): InputLine => {
      const meta = {
        id: `phase.${phase.id}.${name}`,
        label: { zh: `${label.zh}${zh}`, en: `${en} of ${label.en}` },
        path: `${path}/${name === "lag" ? "lagMonths" : name}`,
      };
      const problem = name === "start" ? phaseProblem(phase, phases) : undefined;
      const given = value === undefined ? undefined : String(value);
      return inputLine({ ...meta, unit: "mo", kind: "scalar", axis: "scalar" }, given, problem);
    };
    const months = line("months", "月数", "months", phase.months);
    if (phase.after !== undefined && phaseProblem(phase, phases) === undefined)
      return [months, line("lag", "间隔月数", "lag", phase.lagMonths ?? 0)];
    return [months, line("start", "开始月", "start", phase.start === undefined ? undefined : readMonth(phase.start))];
  });
}

/** Start of phases that follow another one, end (the first month after) and the 0/1 series of every phase. */
export function phaseFormulas({ timeline: { phases } }: ModelDocument): readonly LineDecl[] {
  return phases.flatMap((phase) => {
    const label = textOf(phase.label);
    const line = (name: string, zh: string, en: string, unit: string, formula: string): FormulaDecl => ({
      source: "formula",
      id: `phase.${phase.id}${name}`,
      label: { zh: `${label.zh}${zh}`, en: `${label.en}${en}` },
      unit,
      kind: name === "" ? "flag" : "scalar",
      axis: name === "" ? "period" : "scalar",
      tags: {},
      clauses: [],
      path: `timeline/phases/${phase.id}`,
      scope: {},
      formula,
    });
    const id = `phase.${phase.id}`;
    const follows = phase.after !== undefined && phaseProblem(phase, phases) === undefined;
    return [
      ...(follows ? [line(".start", "开始月", ", start", "mo", `phase.${phase.after}.end + ${id}.lag`)] : []),
      line(".end", "结束(次月)", ", first month after", "mo", `${id}.start + ${id}.months`),
      line("", "", "", "1", `month >= ${id}.start and month < ${id}.end`),
    ];
  });
}
