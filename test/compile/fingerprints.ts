import { createHash } from "node:crypto";
import type { Computation } from "../../models/compile/prepare.ts";
import { evaluate } from "../../models/compile/prepare.ts";
import type { Evaluation } from "../../models/engines/index.ts";

/** All values of all lines, hidden ones too, to the last digit: by the book of record, or by the kernel. */
export function fingerprints(computation: Computation, byRecord: boolean): Readonly<Record<string, string>> {
  const evaluation: Evaluation<unknown> = evaluate(computation, byRecord ? "record" : "kernel");
  const { arithmetic } = evaluation;
  const textOf = (value: unknown) => (value === undefined ? "-" : arithmetic.toText(value));
  return Object.fromEntries(
    computation.graph.lines.map(({ id, index, axis }) => {
      const values = axis === "scalar" ? [evaluation.scalar(index)] : evaluation.series(index);
      return [id, createHash("sha256").update(values.map(textOf).join(" ")).digest("hex").slice(0, 16)];
    }),
  );
}
