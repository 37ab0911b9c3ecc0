import type { Spreadsheet } from "../../engines/arithmetic/arithmetic.ts";
import { MESSAGES } from "../../finance/messages.ts";
import { isRefusal, type Refusal } from "../../finance/refusal.ts";
import { type NamedFormula, slopesOf } from "../../finance/slopes.ts";
import type { Node } from "../../language/graph.ts";
import { spreadsheetCall } from "../excel.ts";
import type { Cells, Operation } from "../operation.ts";
import { pointwise } from "../pointwise.ts";
import type { Signature } from "../signature.ts";
import { called } from "../writing.ts";

/** A function of spreadsheets: amounts are of one unit `m`, everything else is a plain number. Where it refuses there is no value. */
export function spreadsheet(
  name: { readonly zh: string; readonly en: string },
  { units, arity }: Pick<Signature, "units" | "arity">,
  call: { readonly formula: unknown },
): Operation {
  const answer = <V>(node: Node, t: number, cells: Cells<V>): V | Refusal =>
    cells.arithmetic.spreadsheet(
      // Each function takes one kind of number throughout and answers in it; the language checked how many.
      call as unknown as Spreadsheet,
      node.args.map((arg) => cells.value(arg, t)),
    );
  return {
    ...pointwise,
    signature: { units, arity, flow: "never" },
    ...called(name.zh, name.en),
    ...spreadsheetCall(name.en.toUpperCase()),
    value: (node, t, cells) => {
      const result = answer(node, t, cells);
      return isRefusal(result) ? cells.arithmetic.nothing : result;
    },
    fault: (node, t, cells) => {
      const result = answer(node, t, cells);
      return isRefusal(result) && result.code !== "overflow"
        ? { kind: "finance", fn: name.en, reason: MESSAGES[result.code](result.argument ?? "") }
        : { kind: "tooLarge" };
    },
    adjoint: ({ args }, t, adjoint, tape) => {
      const values = args.map((arg) => tape.value(arg, t));
      for (const [i, slope] of slopesOf(call.formula as NamedFormula, values).entries()) {
        const arg = args[i] as Node;
        if (slope === undefined) tape.kink(arg, t, "step");
        else if (Number.isFinite(slope)) tape.give(arg, t, adjoint * slope);
        else tape.kink(arg, t, "corner");
      }
    },
  };
}
