import ts from "typescript";
import { type Finding, literalText, type Rule, walk } from "../sources.ts";

const HALF_A_FEN = "0.005";

/** What counts as the same money is said in one place; mechanisms have a rule of their own, since half a per cent is a rate there. */
export const oneTolerance: Rule = {
  name: "one tolerance of money",
  check: (source) => {
    if (!/^(models|app|renderer|cli|db)\//.test(source.path) || source.path.startsWith("models/mechanisms/")) return [];
    if (source.path === "models/operations/ties.ts") return [];
    const findings: Finding[] = [];
    walk(source, (node, line) => {
      const text = ts.isNumericLiteral(node) ? node.text : literalText(node);
      if (text === HALF_A_FEN)
        findings.push({ path: source.path, line, message: "half a fen: take it from models/operations/ties.ts" });
    });
    return findings;
  },
};
