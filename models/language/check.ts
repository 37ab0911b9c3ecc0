import type { MathNode } from "mathjs/number";
import { nearest } from "../wording/nearest.ts";
import type { Expression, FunctionName, Gathering, Span } from "./expression.ts";
import { findFunction, functionNames } from "./functions.ts";
import type { Relation } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { columnOf, excerpt } from "./scan.ts";
import type { Selected } from "./selection.ts";

export interface Leaf {
  readonly type: "name" | "number";
  readonly text: string;
  /** Of a number: the unit word after it. */
  readonly unit?: string;
  readonly span: Span;
}

export interface SelectionLeaf extends Selected {
  readonly type: "selection";
  readonly by: Gathering;
  readonly span: Span;
}

/** What the placeholders `x0`, `x1`, … stand for, and the author's text for messages. */
export interface Checker {
  readonly leaves: readonly (Leaf | SelectionLeaf)[];
  readonly text: string;
}

/** The parts of a mathjs node read here; which of them exist depends on `type`. */
interface Shape {
  readonly type: string;
  readonly name?: string;
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
  readonly fn?: MathNode | string;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly optional?: boolean;
  readonly args?: readonly MathNode[];
  readonly conditionals?: readonly string[];
  readonly params?: readonly MathNode[];
}

const binary: ReadonlyMap<string, "+" | "-" | "*" | "/" | "^"> = new Map([
  ["add", "+"],
  ["subtract", "-"],
  ["multiply", "*"],
  ["divide", "/"],
  ["pow", "^"],
]);

const relations: ReadonlyMap<string, Relation> = new Map([
  ["equal", "=="],
  ["unequal", "!="],
  ["smaller", "<"],
  ["smallerEq", "<="],
  ["larger", ">"],
  ["largerEq", ">="],
]);

/** Turns a mathjs tree into an expression of the closed language; every node type that is not listed is refused. */
export function toExpression(tree: MathNode, source: Checker): Expression {
  const check = new Check(source);
  return check.visit(tree);
}

class Check {
  private readonly source: Checker;
  private nodes = 0;
  /** End of the last leaf seen: where to point when a node has no place of its own. */
  private lastFrom = 0;

  constructor(source: Checker) {
    this.source = source;
  }

  visit(tree: MathNode): Expression {
    if (++this.nodes > LIMITS.formulaNodes) refuse("tooManyNodes", { limit: LIMITS.formulaNodes });
    const node = tree as unknown as Shape;
    switch (node.type) {
      case "SymbolNode":
        return this.leafExpression(node.name);
      case "ParenthesisNode":
        return this.parenthesis(this.required(node.content));
      case "ConditionalNode":
        return this.conditional(node);
      case "FunctionNode":
        return this.call(node);
      case "OperatorNode":
        return this.operator(node);
      case "RelationalNode":
        return this.relationChain(node);
      default:
        return refuse("construct", {
          column: this.lastFrom + 1,
          text: this.cut({ from: this.lastFrom, to: this.lastFrom + 20 }),
        });
    }
  }

  private required(tree: MathNode | undefined): Expression {
    if (tree === undefined) throw new Error("mathjs returned an incomplete node");
    return this.visit(tree);
  }

  /** The same expression, its place widened to the parentheses around it. */
  private parenthesis(inner: Expression): Expression {
    const text = this.source.text;
    const from = text.lastIndexOf("(", inner.span.from - 1);
    const to = text.indexOf(")", inner.span.to);
    const span = { from: from < 0 ? inner.span.from : from, to: to < 0 ? inner.span.to : to + 1 };
    return inner.kind === "logic" ? { ...inner, grouped: true, span } : { ...inner, span };
  }

  private leaf(name: string | undefined): Leaf | SelectionLeaf {
    const leaf = this.source.leaves[Number(name?.slice(1))];
    // mathjs reads a stray `and`, `or` or `not` as a name.
    if (leaf === undefined) return refuse("syntax", { column: this.lastFrom + 1, near: name ?? "" });
    this.lastFrom = leaf.span.from;
    return leaf;
  }

  private leafExpression(name: string | undefined): Expression {
    const leaf = this.leaf(name);
    const { span } = leaf;
    if (leaf.type === "selection")
      return { kind: "selection", by: leaf.by, terms: leaf.terms, named: leaf.named, span };
    if (leaf.type === "name") return { kind: "name", name: leaf.text, span };
    return { kind: "number", text: leaf.text, ...(leaf.unit === undefined ? {} : { unit: leaf.unit }), span };
  }

  private conditional(node: Shape): Expression {
    const cond = this.required(node.condition);
    // The parentheses around this branch were added when the formula was folded (parse.ts).
    const yes = this.required((node.trueExpr as unknown as Shape | undefined)?.content);
    const no = this.required(node.falseExpr);
    return { kind: "if", cond, yes, no, span: around(cond, no) };
  }

  private call(node: Shape): Expression {
    const callee = node.fn as unknown as Shape;
    if (callee.type !== "SymbolNode" || node.optional === true) {
      return refuse("construct", {
        column: this.lastFrom + 1,
        text: this.cut({ from: this.lastFrom, to: this.lastFrom + 20 }),
      });
    }
    const leaf = this.leaf(callee.name);
    const column = columnOf(leaf.span);
    if (leaf.type !== "name") {
      return refuse("implicitProduct", { text: this.cut({ from: leaf.span.from, to: leaf.span.to + 10 }), column });
    }
    const found = findFunction(leaf.text);
    if (found === undefined) {
      return refuse("unknownFunction", { name: leaf.text, column, similar: nearest(leaf.text, functionNames) });
    }
    const given = node.args?.length ?? 0;
    const [min, max] = found.arity;
    if (given < min || given > max) refuse("arity", { name: leaf.text, min, max, given, column });
    const args = (node.args ?? []).map((arg) => this.visit(arg));
    const fn: FunctionName = found.name;
    return { kind: "call", fn, args, span: this.toClosing(leaf.span.from, args.at(-1)) };
  }

  private operator(node: Shape): Expression {
    const fn = typeof node.fn === "string" ? node.fn : "";
    const [first, second, ...more] = (node.args ?? []).map((arg) => this.visit(arg));
    if (first === undefined || more.length > 0) throw new Error(`mathjs returned operator ${fn} without operands`);
    if (second === undefined) return this.prefix(fn, first);
    const span = around(first, second);
    if (node.implicit === true) {
      return refuse("implicitProduct", { text: this.cut(span), column: columnOf(span) });
    }
    const op = binary.get(fn);
    if (op !== undefined) return { kind: "binary", op, a: first, b: second, span };
    if (fn === "and" || fn === "or") return { kind: "logic", op: fn, a: first, b: second, span };
    const rel = relations.get(fn);
    if (rel !== undefined) {
      this.refuseBareNot(node.args?.[0]);
      return { kind: "compare", rel, a: first, b: second, span };
    }
    return refuse("construct", { column: columnOf(span), text: this.cut(span) });
  }

  private prefix(fn: string, a: Expression): Expression {
    if (fn === "unaryPlus") return a;
    const span = { from: this.before(a.span.from, fn === "not" ? "not" : "-"), to: a.span.to };
    if (fn === "unaryMinus") return { kind: "prefix", op: "-", a, span };
    if (fn === "not") return { kind: "prefix", op: "not", a, span };
    return refuse("construct", { column: columnOf(a.span), text: this.cut(a.span) });
  }

  /** `a < b <= c` means `a < b and b <= c`. */
  private relationChain(node: Shape): Expression {
    const parts = (node.params ?? []).map((part) => this.visit(part));
    this.refuseBareNot(node.params?.[0]);
    // A middle operand is computed twice; were it more than a name, nested chains would grow beyond all bounds.
    const middle = parts.slice(1, -1).find((part) => part.kind !== "name" && part.kind !== "number");
    if (middle !== undefined) refuse("chainOperand", { text: this.cut(middle.span), column: columnOf(middle.span) });
    let chain: Expression | undefined;
    for (const [i, name] of (node.conditionals ?? []).entries()) {
      const a = parts[i];
      const b = parts[i + 1];
      const rel = relations.get(name);
      if (a === undefined || b === undefined || rel === undefined)
        throw new Error(`mathjs returned an unknown relation ${name}`);
      const link: Expression = { kind: "compare", rel, a, b, span: around(a, b) };
      chain = chain === undefined ? link : { kind: "logic", op: "and", a: chain, b: link, span: around(chain, link) };
    }
    if (chain === undefined) throw new Error("mathjs returned an empty relation");
    return chain;
  }

  /** mathjs binds `not` tighter than a comparison; people expect the opposite, so neither reading is taken. */
  private refuseBareNot(left: MathNode | undefined): void {
    const node = left as unknown as Shape | undefined;
    if (node?.type === "OperatorNode" && node.fn === "not") refuse("notAmbiguous", { column: this.lastFrom + 1 });
  }

  private cut(span: Span): string {
    return excerpt(this.source.text, span, 40);
  }

  private before(from: number, mark: string): number {
    const at = this.source.text.lastIndexOf(mark, from);
    return at < 0 ? from : at;
  }

  /** A call reaches to its closing parenthesis, which mathjs does not report. */
  private toClosing(from: number, last: Expression | undefined): Span {
    const open = this.source.text.indexOf("(", from);
    let to = Math.max(last?.span.to ?? 0, open + 1);
    const text = this.source.text;
    let depth = 0;
    for (let i = open; i < to; i++) depth += text[i] === "(" ? 1 : text[i] === ")" ? -1 : 0;
    while (depth > 0 && to < text.length) {
      depth += text[to] === "(" ? 1 : text[to] === ")" ? -1 : 0;
      to++;
    }
    return { from, to };
  }
}

function around(a: Expression, b: Expression): Span {
  return { from: a.span.from, to: Math.max(a.span.to, b.span.to) };
}
