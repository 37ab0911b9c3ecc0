import type { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { type CompiledModel, compileModel, prepareScenario } from "../../../models/document/compile.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import { agree, compileKernel, type Evaluation, evaluateRecord } from "../../../models/engines/index.ts";
import type { Graph } from "../../../models/language/graph.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { documentOf } from "../support/situation.ts";
import { randomSituation } from "./document.ts";

const DOCUMENTS = 40;
const SEED = 7_000;

interface Sample {
  readonly seed: number;
  readonly model: CompiledModel;
  readonly graph: Graph;
  readonly record: Evaluation<Decimal>;
  readonly disagreements: readonly unknown[];
}

function sample(seed: number): Sample {
  const parsed = parseDocument(documentOf(randomSituation(seed)), mechanisms);
  if (!parsed.ok) throw new Error(`seed ${seed}: ${JSON.stringify(parsed.problems)}`);
  const model = compileModel(parsed.value.document, mechanisms);
  const prepared = prepareScenario(model, undefined);
  if (!prepared.ok) throw new Error(`seed ${seed}: ${JSON.stringify(prepared.problems)}`);
  const { graph } = prepared.value.model;
  const record = evaluateRecord(graph, prepared.value.bindings);
  const kernel = compileKernel(graph).run(prepared.value.bindings);
  return { seed, model, graph, record, disagreements: agree(record, kernel) };
}

const samples = Array.from({ length: DOCUMENTS }, (_, index) => sample(SEED + index));

const toNumber = (value: Decimal | undefined): number => value?.toNumber() ?? Number.NaN;

/** Whether a line is worked out in every period. */
function whole({ graph, record }: Sample, line: number): boolean {
  return !graph.broken.has(line) && !record.gaps.lines.has(line);
}

/** Sum in period `t` of the lines that pass. */
function sumAt(one: Sample, t: number, test: (line: Graph["lines"][number]) => boolean): number {
  return one.graph.lines.filter(test).reduce((sum, { index }) => sum + toNumber(one.record.value(index, t)), 0);
}

const isFlow = (line: Graph["lines"][number]): boolean => line.axis === "period" && line.payer !== undefined;

describe("documents drawn from the declared ranges", () => {
  it("have the same values in the book of record and the kernel", () => {
    expect(
      samples.flatMap(({ seed, disagreements }) => disagreements.slice(0, 3).map((one) => ({ seed, one }))),
    ).toEqual([]);
  });

  it("reach debt, sale, operation, land, grants, residents' money and tax", () => {
    const having = (role: string): number =>
      samples.filter(({ graph, record }) =>
        graph.lines.some(
          (line) =>
            line.role?.startsWith(role) === true &&
            line.axis === "period" &&
            !graph.broken.has(line.index) &&
            record.series(line.index).some((value) => toNumber(value) > 1),
        ),
      ).length;
    const roles = [
      "debt.draw",
      "sale.receipt",
      "revenue.",
      "opex.",
      "land.gross",
      "support.grant",
      "support.rebate",
      "contribution.",
      "tax.",
      "cost.works",
      "equity.",
    ];
    const reached = Object.fromEntries(roles.map((role) => [role, having(role)]));
    process.stdout.write(`random documents: ${DOCUMENTS}, of which with ${JSON.stringify(reached)}\n`);
    for (const role of roles) expect(reached[role], role).toBeGreaterThanOrEqual(5);
  });

  it("never have a payer who is the payee, nor a party nobody declared", () => {
    for (const { graph, model } of samples) {
      const parties = new Set(model.document.parties.map(({ id }) => id));
      for (const line of graph.lines) {
        if (line.payer === undefined && line.payee === undefined) continue;
        expect(line.payer === line.payee, line.id).toBe(false);
        expect(parties.has(line.payer ?? "") && parties.has(line.payee ?? ""), line.id).toBe(true);
      }
    }
  });

  it("rebuild each party's cash from payer and payee", () => {
    let compared = 0;
    for (const one of samples) {
      for (const party of one.model.document.parties) {
        const index = one.graph.indexById.get(`party.${party.id}.cash`);
        if (index === undefined || !whole(one, index)) continue;
        let cash = Number(party.openingCash ?? "0");
        for (let t = 1; t <= one.record.periods; t++) {
          cash +=
            sumAt(one, t, (line) => isFlow(line) && line.payee === party.id) -
            sumAt(one, t, (line) => isFlow(line) && line.payer === party.id);
          const shown = toNumber(one.record.value(index, t));
          expect(Math.abs(shown - cash), `${one.seed} ${party.id} ${t}`).toBeLessThan(0.01 + Math.abs(cash) * 1e-9);
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(DOCUMENTS);
  });

  it("consolidate to the flows that cross the perimeter", () => {
    let compared = 0;
    for (const one of samples) {
      const index = one.graph.indexById.get("project.net");
      if (index === undefined || !whole(one, index)) continue;
      for (let t = 1; t <= one.record.periods; t++) {
        const crossing =
          sumAt(one, t, (line) => isFlow(line) && line.tags.crosses === "in") -
          sumAt(one, t, (line) => isFlow(line) && line.tags.crosses === "out");
        const shown = toNumber(one.record.value(index, t));
        expect(Math.abs(shown - crossing), `${one.seed} ${t}`).toBeLessThan(0.01 + Math.abs(crossing) * 1e-9);
      }
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it("keep debt, funds and supervised accounts at or above zero", () => {
    let seen = 0;
    for (const one of samples) {
      for (const line of one.graph.lines) {
        if (!["debt.balance", "fund.balance", "cash.restricted"].includes(line.role ?? "") || !whole(one, line.index))
          continue;
        for (const value of one.record.series(line.index))
          expect(toNumber(value), `${one.seed} ${line.id}`).toBeGreaterThan(-0.01);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  it("give every square metre one disposition", () => {
    for (const one of samples) {
      for (const line of one.graph.lines) {
        if (line.role !== "area.residual" || !whole(one, line.index)) continue;
        const above = one.graph.indexById.get(line.id.replace(".residual", ".increment_above"));
        const fixed = one.graph.indexById.get(line.id.replace(".residual", ".increment_fixed"));
        const rest = toNumber(one.record.scalar(above ?? -1)) - toNumber(one.record.scalar(fixed ?? -1));
        const residual = toNumber(one.record.scalar(line.index));
        // Where more is owed than the ratio allows, exactly that shows as the residual.
        expect(residual, `${one.seed} ${line.id}`).toBeCloseTo(Math.min(0, rest), 4);
      }
    }
  });
});
