import type { Node } from "../../language/graph.ts";
import type { NodeOf } from "../nodes.ts";
import { PURE_TIE } from "../ties.ts";
import type { Instruction } from "./ir.ts";
import type { Machine, Value } from "./machine.ts";

/** Rounding to this many digits either way and no further. */
const DIGITS_MAX = 30;

/** An operation as instructions. */
export function lower(node: Node, m: Machine): Value {
  const values = (nodes: readonly Node[]): Value[] => nodes.map((operand) => m.value(operand));
  switch (node.op) {
    case "const":
      return m.constant(node.text.trim() === "" ? Number.NaN : Number(node.text));
    case "line":
      return m.cells.same(node.line);
    case "prev":
      return m.cells.previous(node.line);
    case "lag":
      return lag(node, m);
    case "total":
      return m.cells.sum(node.line);
    case "at":
      return at(node, m);
    case "convolve":
      return convolve(node, m);
    case "lookup":
      return lookup(node, m);
    case "brackets":
      return brackets(node, m);
    case "add":
      return add(values(node.args), m);
    case "min":
      return m.extreme("least", values(node.args));
    case "max":
      return m.extreme("greatest", values(node.args));
    case "call":
      return call(node, m);
    case "finance":
      return m.call(node.fn, values(node.args));
    case "if":
      return m.choose(
        m.value(node.cond),
        () => m.value(node.yes),
        () => m.value(node.no),
      );
    case "cmp":
      return m.compare(node.rel, m.value(node.a), m.value(node.b), node.absTol);
    default:
      return operator(node, m);
  }
}

function add(terms: readonly Value[], m: Machine): Value {
  const [first, ...rest] = terms;
  if (first === undefined) return m.constant(0);
  return rest.reduce((a, b) => m.open(m.code.apply("add", a.number, b.number)), first);
}

function operator(node: NodeOf<"sub" | "mul" | "div" | "pow" | "neg" | "not" | "and" | "or">, m: Machine): Value {
  const { code } = m;
  const a = m.value(node.a);
  if (!("b" in node)) {
    if (node.op === "neg") return { number: code.apply("neg", a.number), bounded: a.bounded };
    const test = m.truth(a);
    return m.flag({ ...test, holds: code.not(test.holds) });
  }
  const b = m.value(node.b);
  switch (node.op) {
    case "sub":
      return m.open(code.apply("sub", a.number, b.number));
    case "mul":
      return m.open(code.apply("mul", a.number, b.number));
    case "div":
      return m.divide(a, b);
    case "and":
      return m.both(m.truth(a), m.truth(b), (x, y) => code.and(x, y));
    case "or":
      return m.both(m.truth(a), m.truth(b), (x, y) => code.or(x, y));
    case "pow":
      return power(a, b, m);
  }
}

function power(base: Value, exponent: Value, m: Machine): Value {
  const { operation, value } = exponent.number;
  if (operation !== "const" || (value !== 2 && value !== 3)) return m.call("power", [base, exponent]);
  const square = m.code.apply("mul", base.number, base.number);
  return m.open(value === 2 ? square : m.code.apply("mul", square, base.number));
}

function call(node: NodeOf<"call">, m: Machine): Value {
  const { code } = m;
  const [x = m.nothing(), digits] = node.args.map((arg) => m.value(arg));
  switch (node.fn) {
    case "abs":
      return { number: code.apply("abs", x.number), bounded: x.bounded };
    case "floor":
    case "ceil":
      return m.floor(x, node.fn);
    case "round": {
      const places = digits === undefined ? 0 : digits.number.operation === "const" ? digits.number.value : Number.NaN;
      if (!Number.isInteger(places) || Math.abs(places) > DIGITS_MAX)
        return m.call("round", [x, digits ?? m.constant(0)]);
      return m.round(x, places);
    }
    case "sqrt": {
      const zero = code.constant(0);
      const tooLow = code.apply("lt", x.number, code.constant(-PURE_TIE));
      return m.open(code.apply("sqrt", code.pick(tooLow, x.number, code.apply("greatest", x.number, zero))));
    }
    case "exp":
    case "ln":
      return m.call(node.fn, [x]);
  }
}

function lag(node: NodeOf<"lag">, m: Machine): Value {
  const { code } = m;
  // A count below 0 is 0; rounding must not make it -0.
  const n = m.round(m.value(node.n), 0);
  const count = code.apply("greatest", m.sound(n), code.constant(0));
  const time = code.time();
  const value =
    count.operation === "const" && count.value <= m.cells.periods
      ? m.cells.before(node.line, count.value)
      : m.cells.inSlot(node.line, code.apply("sub", time, count));
  if (count.operation === "const" && count.value === 0) return value;
  const inside = code.pick(code.apply("lt", count, time), value.number, code.constant(0));
  return { number: defined(count, inside, m), bounded: value.bounded };
}

/** Careful code: NaN where the first number is. */
function defined(number: Instruction, value: Instruction, m: Machine): Instruction {
  return m.careful ? m.where(m.finite(number), value) : value;
}

function at(node: NodeOf<"at">, m: Machine): Value {
  const { code } = m;
  const period = m.call("periodOf", [m.value(node.month)]);
  const slot = m.sound(period);
  const value = m.cells.inSlot(node.line, slot);
  const outside = code.apply("eq", slot, code.constant(0));
  return { number: defined(slot, code.pick(outside, code.constant(0), value.number), m), bounded: value.bounded };
}

function convolve(node: NodeOf<"convolve">, m: Machine): Value {
  const { code } = m;
  const zero = code.constant(0);
  let sum = zero;
  for (const [k, node_] of node.weights.slice(0, m.cells.periods).entries()) {
    const inside = k === 0 ? code.yes : code.apply("lt", code.constant(k), code.time());
    const term = m.under(inside, () => {
      const weight = m.value(node_).number;
      if (weight.operation === "const" && weight.value === 0) return m.bounded(zero);
      const product = code.apply("mul", weight, m.cells.before(node.line, k).number);
      // A weight of zero reads nothing.
      return m.open(m.careful ? code.pick(code.apply("eq", weight, zero), zero, product) : product);
    });
    sum = code.apply("add", sum, code.pick(inside, term.number, zero));
  }
  return m.open(sum);
}

/** Where a list of numbers ascends, ties allowed. */
function ascending(keys: readonly Value[], m: Machine): Instruction {
  const { code } = m;
  const numbers = keys.map((key) => m.sound(key));
  const pairs = numbers.slice(1).map((key, i) => atMost(numbers[i] as Instruction, key, m));
  return [...numbers.map((key) => (m.careful ? m.finite(key) : code.yes)), ...pairs].reduce(
    (all, one) => code.and(all, one),
    code.yes,
  );
}

/** a ≤ b within the tie of pure numbers. */
function atMost(a: Instruction, b: Instruction, m: Machine): Instruction {
  return m.truth(m.compare("<=", m.bounded(a), m.bounded(b), PURE_TIE)).holds;
}

function lookup(node: NodeOf<"lookup">, m: Machine): Value {
  const { code } = m;
  const keys = node.keys.map((key) => m.value(key));
  const x = m.sound(m.value(node.x));
  const usable = m.careful ? code.and(ascending(keys, m), m.finite(x)) : ascending(keys, m);
  m.mark(code.not(usable));
  const zero = code.constant(0);
  const linear = node.mode === "linear";
  // The row before the first key: 0 for steps, the first value for lines.
  let number = linear && node.values[0] !== undefined ? m.value(node.values[0]).number : zero;
  let reached = code.yes;
  let bounded = !linear;
  for (const [i, key] of keys.entries()) {
    reached = code.and(reached, atMost(key.number, x, m));
    const next = keys[i + 1];
    const row = m.under(reached, () => {
      const start = m.value(node.values[i] as Node);
      if (!linear || next === undefined) return start;
      const inRow = code.not(atMost(next.number, x, m));
      return m.under(inRow, () => {
        const part = code.apply("sub", x, key.number);
        const share = m.divide(m.open(part), m.open(code.apply("sub", next.number, key.number)));
        const rise = code.apply("sub", m.value(node.values[i + 1] as Node).number, start.number);
        return m.open(code.apply("add", start.number, code.apply("mul", share.number, rise)));
      });
    });
    bounded &&= row.bounded;
    number = code.pick(reached, row.number, number);
  }
  return { number: m.careful ? m.where(usable, number) : number, bounded };
}

function brackets(node: NodeOf<"brackets">, m: Machine): Value {
  const { code } = m;
  const from = node.from.map((key) => m.value(key));
  const x = m.sound(m.value(node.x));
  const usable = m.careful ? code.and(ascending(from, m), m.finite(x)) : ascending(from, m);
  m.mark(code.not(usable));
  const zero = code.constant(0);
  const terms = from.map((start, i) => {
    const next = from[i + 1];
    const top = next === undefined ? x : code.apply("least", x, next.number);
    const part = code.apply("greatest", code.apply("sub", top, start.number), zero);
    return m.open(code.apply("mul", m.value(node.rates[i] as Node).number, part));
  });
  const sum = add([m.constant(0), ...terms], m);
  return m.open(m.careful ? m.where(usable, sum.number) : sum.number);
}
