import fc from "fast-check";
import { expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Node } from "../../models/language/graph.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

const LINES = 6;
/** How a line takes its value where its gate holds: gates by number, 3 for none; reads by number of another line. */
const line = fc.record({
  gate: fc.nat(3),
  form: fc.constantFrom("constant", "same", "sum", "before", "opening" as const),
  read: fc.nat(LINES - 1),
});

it("a line behind a gate that does not hold is 0, whatever it would repeat", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: LINES }), fc.nat(7), (lines, open) => {
      const w = new GraphWriter();
      const gates = [0, 1, 2].map((i) => w.input(`gate${i}`));
      const p = w.input("p", "period");
      const first = w.next;
      const written: Node[] = [];
      for (const [i, { gate, form, read }] of lines.entries()) {
        const earlier = written[read % Math.max(i, 1)] ?? p;
        const before: Node = { op: "prev", args: [], line: first + (read % lines.length) };
        const halved: Node = { op: "mul", args: [before, num("0.5")] };
        const value = {
          constant: num(7),
          same: earlier,
          sum: { op: "add", args: [earlier, num(0)] } as Node,
          before: { op: "add", args: [p, halved] } as Node,
          opening: { op: "add", args: [earlier, halved] } as Node,
        }[form];
        const condition = gates[gate];
        const node: Node = condition === undefined ? value : { op: "if", args: [condition, value, num(0)] };
        written.push(w.period(`x${i}`, node, form === "opening" ? num(3) : undefined));
      }
      const graph = w.graph();
      const held = Object.fromEntries(gates.map((_, i) => [`gate${i}`, String((open >> i) & 1)]));
      const bindings = bind(graph, 4, { ...held, p: ["1", "2", "4", "8"] });
      const kernel = compileKernel(graph, { outputs: written.map(lineOf) });
      expect(agree(evaluateRecord(graph, bindings), kernel.run(bindings))).toEqual([]);
    }),
    { seed: 20260701, numRuns: 400 },
  );
});
