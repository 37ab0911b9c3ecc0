import ts from "typescript";
import { type Finding, hanzi, literalText, type Rule, receiverName, walk, wholeText } from "../sources.ts";

/** 0, 1, 2, months a year, per cent, and 元 per 万元 (also ㎡ per 公顷). Everything else is policy or an assumption and belongs in data. */
const allowed = new Set(["0", "1", "2", "12", "100", "1000", "10000"]);

/** Properties that name things, or bound and hint at what may be typed into a form; none of them enters a computation. */
const notComputed = new Set([
  "from",
  "to",
  "usual",
  "plausible",
  "range",
  "clauses",
  "checks",
  "en",
  "zh",
  "policy",
  "role",
  "name",
  "id",
]);

/** A number in a formula: not the digits of a name, a clause or a date. */
const numberInFormula = /(?<![\p{L}\p{N}_.#/-])\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_])/gu;

const conversionName = /Per[A-Z]|_PER_/;

/** A named constant such as `monthsPerQuarter` says itself that it converts units. */
function isConversion(node: ts.Node): boolean {
  return conversionName.test(receiverName(node) ?? "");
}

function insideNotComputed(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent; at = at.parent) {
    if (ts.isPropertyAssignment(at.parent) && notComputed.has(receiverName(at) ?? "")) return true;
    if (ts.isImportDeclaration(at.parent) || ts.isTypeNode(at.parent)) return true;
  }
  return false;
}

/** The English label that follows a Chinese one is prose. */
function isLabel(node: ts.Node): boolean {
  const whole = wholeText(node);
  if (!ts.isCallExpression(whole.parent)) return false;
  const before = whole.parent.arguments[whole.parent.arguments.indexOf(whole as ts.Expression) - 1];
  return before !== undefined && hanzi.test(before.getText());
}

function numbersIn(node: ts.Node): string[] {
  if (ts.isNumericLiteral(node)) return isConversion(node) ? [] : [node.text];
  const text = literalText(node);
  // A list of strings is a list of words, never formulas.
  if (text === undefined || hanzi.test(text) || isLabel(node) || ts.isArrayLiteralExpression(node.parent)) return [];
  return [...text.matchAll(numberInFormula)].map(([number]) => number.replaceAll("_", ""));
}

/** Numbers of laws, policies and practice live in rule packs and documents, never in the code of mechanisms and checks. */
export const numericLiterals: Rule = {
  name: "numbers in mechanisms and checks",
  check: (source) => {
    if (!/^models\/(mechanisms|checks)\//.test(source.path)) return [];
    const findings: Finding[] = [];
    walk(source, (node, line) => {
      for (const number of numbersIn(node)) {
        if (allowed.has(number) || insideNotComputed(node)) continue;
        findings.push({ path: source.path, line, message: `number ${number} in code` });
      }
    });
    return findings;
  },
};
