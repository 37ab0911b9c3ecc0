import { describe, expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Instruction, Statement } from "../../models/engines/kernel/ir.ts";
import { layOut } from "../../models/engines/kernel/layout.ts";
import { planKernel } from "../../models/engines/kernel/plan.ts";
import { writeProgram } from "../../models/engines/kernel/program.ts";
import { instantiate, newMemory } from "../../models/engines/kernel/wasm/host.ts";
import { printProgram } from "../../models/engines/kernel/wasm/program.ts";
import type { Graph, Node } from "../../models/language/graph.ts";
import { benchModel } from "../bench/model.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

/** price → sales → result, cost on its own. */
function smallModel() {
  const w = new GraphWriter();
  const price = w.input("price");
  const rate = w.input("rate");
  const area = w.input("area", "period");
  const sales = w.period("sales", { op: "mul", args: [price, area] });
  const cost = w.period("cost", { op: "mul", args: [rate, area] });
  const result = w.scalar("result", {
    op: "sub",
    args: [
      { op: "total", args: [], line: lineOf(sales) },
      { op: "total", args: [], line: lineOf(cost) },
    ],
  });
  const graph = w.graph();
  const bindings = bind(graph, 3, { price: "10", rate: "2", area: ["1", "2", "3"] });
  const [p, r, a, s, c, x] = [price, rate, area, sales, cost, result].map(lineOf) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { graph, bindings, price: p, rate: r, area: a, sales: s, cost: c, result: x };
}

describe("a kernel", () => {
  it("takes changed inputs and computes again", () => {
    const m = smallModel();
    const kernel = compileKernel(m.graph);
    expect(kernel.run(m.bindings).scalar(m.result)).toBe(48);
    kernel.setScalar(m.price, 20);
    expect(kernel.update().scalar(m.result)).toBe(108);
    kernel.setSeries(m.area, [1, 1, 1]);
    expect(kernel.update().scalar(m.result)).toBe(54);
    expect(kernel.run(m.bindings).scalar(m.result)).toBe(48);
  });

  it("does not read an expression that is stored for a later line", () => {
    const w = new GraphWriter();
    const end = w.input("end");
    const start = w.input("start");
    const area = w.input("area", "period");
    const sum: Node = { op: "add", args: [end, start] };
    const early = w.scalar("early", { op: "sub", args: [sum, start] });
    w.period("late", { op: "mul", args: [sum, area] });
    const graph = w.graph();
    const kernel = compileKernel(graph);
    expect(kernel.run(bind(graph, 1, { end: "24358", start: "24336", area: ["1"] })).scalar(lineOf(early))).toBe(24358);
  });

  it("takes inputs as numbers too", () => {
    const m = smallModel();
    const { periods, periodMonths, stepMonths } = m.bindings;
    const scalars = new Map([
      [m.price, 10],
      [m.rate, 2],
    ]);
    const series = new Map([[m.area, Float64Array.of(1, 2, 3)]]);
    expect(compileKernel(m.graph).run({ periods, periodMonths, stepMonths, scalars, series }).scalar(m.result)).toBe(
      48,
    );
  });

  it("serves another number of periods after a run", () => {
    const m = smallModel();
    const kernel = compileKernel(m.graph);
    kernel.run(m.bindings);
    const longer = bind(m.graph, 5, { price: "1", rate: "0", area: ["1", "1", "1", "1", "1"] });
    expect(kernel.run(longer).scalar(m.result)).toBe(5);
  });

  it("with outputs computes nothing else and refuses to show it", () => {
    const m = smallModel();
    const evaluation = compileKernel(m.graph, { outputs: [m.sales] }).run(m.bindings);
    expect(evaluation.series(m.sales)).toEqual([10, 20, 30]);
    expect(evaluation.value(m.price, 0)).toBe(10);
    expect(evaluation.computed(m.cost)).toBe(false);
    expect(() => evaluation.value(m.cost, 1)).toThrow(/line cost is not among the outputs/);
  });

  it("refuses to change an input that was not named as varying, a series as a scalar, a formula, or before a run", () => {
    const m = smallModel();
    const kernel = compileKernel(m.graph, { varying: [m.price] });
    expect(() => kernel.setScalar(m.price, 1)).toThrow(/not been run/);
    kernel.run(m.bindings);
    expect(() => kernel.setScalar(m.rate, 1)).toThrow(/rate was not named as varying/);
    expect(() => kernel.setScalar(m.area, 1)).toThrow(/area is a series/);
    expect(() => kernel.setScalar(m.sales, 1)).toThrow(/sales is not an input/);
    expect(() => kernel.setScalar(m.price, Number.NaN)).toThrow(/price/);
    expect(() => compileKernel(m.graph, { varying: [m.sales] })).toThrow(/sales is not an input/);
  });

  it("never shows later numbers through an earlier evaluation; a snapshot keeps them", () => {
    const m = smallModel();
    const kernel = compileKernel(m.graph);
    const first = kernel.run(m.bindings);
    const kept = first.snapshot();
    kernel.setScalar(m.price, 0);
    expect(() => first.scalar(m.result)).toThrow(/snapshot/);
    expect(kernel.update().scalar(m.result)).toBe(-12);
    expect(kept.scalar(m.result)).toBe(48);
    expect(kept.slots(m.sales)).toEqual(Float64Array.of(0, 10, 20, 30));
  });

  it("starts only from an evaluation of the same graph", () => {
    const m = smallModel();
    const other = smallModel();
    const base = compileKernel(other.graph).run(other.bindings);
    expect(() => compileKernel(m.graph).startFrom(base)).toThrow(/another graph/);
  });

  it("agrees with the record on a large model with one block of loans and cash", () => {
    const { graph, bindings, output } = benchModel(420, 60);
    const record = evaluateRecord(graph, bindings);
    const kernel = compileKernel(graph).run(bindings);
    expect(agree(record, kernel)).toEqual([]);
    expect(record.gaps.problems).toEqual([]);
    expect(kernel.scalar(output)).not.toBe(0);
  });

  it("keeps recursive blocks larger than one function together", () => {
    // 130 lines in a ring: each reads the one before it, the first reads the last of the period before.
    const w = new GraphWriter();
    const growth = w.input("growth");
    const first = w.next;
    let last: Node = w.period("ring0", { op: "add", args: [{ op: "prev", args: [], line: first + 129 }, growth] });
    for (let i = 1; i < 130; i++)
      last = w.period(`ring${i}`, { op: "add", args: [last, { op: "mul", args: [growth, num("0.5")] }] });
    const graph = w.graph();
    const bindings = bind(graph, 3, { growth: "2" });
    const evaluation = compileKernel(graph).run(bindings);
    expect(evaluation.series(lineOf(last))).toEqual([131, 262, 393]);
    expect(agree(evaluateRecord(graph, bindings), evaluation)).toEqual([]);
  });

  it("sums many lines without one long function", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const many = Array.from({ length: 300 }, (_, i) => w.period(`m${i}`, { op: "mul", args: [p, num(i)] }));
    const sum = w.period("sum", { op: "add", args: [...many, num("0.5")] });
    const graph = w.graph();
    const evaluation = compileKernel(graph).run(bind(graph, 2, { p: ["1", "-2"] }));
    expect(evaluation.series(lineOf(sum))).toEqual([44850.5, -89699.5]);
  });
});

/** What a kernel of four periods is made of. */
function compiled(graph: Graph) {
  const plan = planKernel(graph);
  const layout = layOut(plan, 4);
  const program = writeProgram(plan, { periods: 4, wanted: () => true, careful: false, draws: false });
  const { bytes } = printProgram(program, {
    ...{ offsets: layout.offsets, periods: 4, draws: false },
    isScalar: (cell) => plan.cells[cell]?.scalar === true,
    room: { periods: 4, start: layout.size * 8 },
  });
  return { layout, program, bytes };
}

function instructionsOf(statements: readonly Statement[]): Instruction[] {
  return statements.flatMap((statement) =>
    statement.kind === "define"
      ? [statement.instruction]
      : statement.kind === "guard"
        ? instructionsOf(statement.body)
        : [],
  );
}

describe("compiled code", () => {
  it("hoists what does not move: a total used in the loop is summed once a run", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const total: Node = { op: "total", args: [], line: lineOf(p) };
    const share = w.period("share", { op: "div", args: [p, { op: "add", args: [total, num(1)] }] });
    const other = w.period("other", { op: "mul", args: [p, total] });
    const graph = w.graph();
    const { program } = compiled(graph);
    const sums = program.blocks.flatMap(({ kind, body, prologue }) =>
      instructionsOf([...prologue, ...body]).flatMap(({ operation }) => (operation === "sum" ? [kind] : [])),
    );
    expect(sums).toEqual(["once"]);
    const evaluation = compileKernel(graph).run(bind(graph, 4, { p: ["1", "1", "1", "1"] }));
    expect(evaluation.value(lineOf(share), 2)).toBe(1 / 5);
    expect(evaluation.value(lineOf(other), 2)).toBe(4);
  });

  it("computes a power that several lines share once, and again only when base or exponent have changed", () => {
    const w = new GraphWriter();
    const rate = w.input("rate");
    const t = w.input("t", "period");
    const factor: Node = { op: "pow", args: [{ op: "add", args: [num(1), rate] }, t] };
    for (let i = 0; i < 60; i++) w.period(`x${i}`, { op: "mul", args: [factor, num(i)] });
    const { layout, bytes } = compiled(w.graph());
    const memory = newMemory(layout.size * 8);
    const numbers = new Float64Array(memory.buffer);
    // A negative base to a fraction is what the code leaves to its host.
    numbers[layout.offsets[lineOf(rate)] as number] = -3;
    numbers.set([1.5, 1.5, 2.5, 3.5], (layout.offsets[lineOf(t)] as number) + 1);
    let powers = 0;
    const run = instantiate(bytes, memory, (name) => {
      expect(name).toBe("pow/2");
      return (base, exponent) => {
        powers++;
        return (base as number) ** (exponent as number);
      };
    });
    run();
    expect(powers).toBe(3);
  });

  it("runs two periods at once what reads no past of its own, one after the other what does", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const sum = w.next;
    w.period("sum", { op: "add", args: [{ op: "prev", args: [], line: sum }, p] });
    w.period("twice", { op: "mul", args: [p, num(2)] });
    const { program } = compiled(w.graph());
    expect(program.blocks.map(({ kind, cells }) => [kind, cells])).toEqual([
      ["scan", [1]],
      ["map", [2]],
    ]);
  });

  it("makes lines of a switched-off component 0, also those whose value has nothing to do with the component", () => {
    const w = new GraphWriter();
    const [first, second] = [w.input("first"), w.input("second")];
    const debt = w.next + 2;
    const gated = (gate: Node, node: Node): Node => ({ op: "if", args: [gate, node, num(0)] });
    // Three lines that need each other across periods, two components.
    const previous: Node = { op: "prev", args: [], line: debt };
    const amount = w.period("amount", gated(first, { op: "or", args: [previous, num(1)] }));
    const interest = w.period("interest", gated(first, { op: "mul", args: [previous, num("0.1")] }));
    const held = w.period("debt", gated(second, { op: "add", args: [amount, interest] }));
    const graph = w.graph();
    const kernel = compileKernel(graph);
    const shown = (on: readonly string[]) => {
      const [a = "", b = ""] = on;
      const evaluation = kernel.run(bind(graph, 2, { first: a, second: b }));
      return [amount, interest, held].map((line) => evaluation.series(lineOf(line)));
    };
    expect(shown(["1", "1"])).toEqual([
      [1, 1],
      [0, 0.1],
      [1, 1.1],
    ]);
    expect(shown(["0", "1"])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(shown(["1", "0"])).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it("never contains a name or a formula of the model", () => {
    const w = new GraphWriter();
    const evil = '"]; process.exit(1); //';
    const a = w.line({ id: evil, axis: "scalar" });
    const b = w.line({
      id: `${evil}2`,
      node: { op: "add", args: [a, { op: "const", args: [], text: "1); throw 1; (" }] },
      formula: evil,
    });
    const graph = w.graph();
    const evaluation = compileKernel(graph).run(bind(graph, 1, { [evil]: "1" }));
    expect(evaluation.value(lineOf(b), 1)).toBeUndefined();
  });
});
