import ts from "typescript";
import { type Finding, type Rule, walk } from "../sources.ts";

/** What a computation that must give the same result tomorrow may not ask for. */
const impure = new Set(["Math.random", "Date.now", "performance.now", "crypto.randomUUID", "crypto.getRandomValues"]);
const impureGlobals = new Set(["fetch", "setTimeout", "setInterval", "process", "globalThis", "localStorage"]);

function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && impure.has(node.getText())) return node.getText();
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length) return "new Date()";
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    if (name === "Date" || impureGlobals.has(name)) return `${name}()`;
  }
  if (
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    impureGlobals.has(node.expression.text)
  ) {
    return node.getText();
  }
  return undefined;
}

/** The models know no clock, no chance and no world outside. */
export const purity: Rule = {
  name: "no clock, chance or I/O in models",
  check: (source) => {
    if (!source.path.startsWith("models/")) return [];
    const findings: Finding[] = [];
    walk(source, (node, line) => {
      const found = impurity(node);
      if (found) findings.push({ path: source.path, line, message: `${found} in models` });
    });
    return findings;
  },
};
