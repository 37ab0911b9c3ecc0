import type { Node, Relation } from "../../language/graph.ts";
import { operand } from "../../operations/pointwise.ts";
import { operations } from "../../operations/table.ts";
import { lineOf } from "../../operations/time/reading.ts";
import { PURE_TIE, RELATIVE_TIE } from "../ties.ts";
import { bounded, type Code, flagged, numberCode, open } from "./code.ts";
import type { Scope } from "./scope.ts";

/** More plain addends than this are summed in a helper's loop, to keep generated functions small. */
const GATHER_FROM = 48;

/** JavaScript for an expression; statements it needs first go to the scope. */
export function emit(node: Node, scope: Scope): Code {
  const known = scope.known(node);
  if (known !== undefined) return known;
  const code = emitNew(node, scope);
  return scope.isShared(node) ? scope.remember(node, code) : code;
}

function emitNew(node: Node, scope: Scope): Code {
  switch (node.op) {
    case "const": {
      const text = numberCode(node.text ?? "");
      return { text, bounded: true, flag: text === "0" || text === "1" };
    }
    case "line":
      return bounded(scope.readSame(lineOf(node)));
    case "prev":
      return bounded(scope.readPrevious(lineOf(node)));
    case "lag":
      return emitLag(node, scope);
    case "total":
      return open(`total(M, ${scope.offset(lineOf(node))}, ${scope.periods})`);
    case "none":
      return bounded("NaN");
    case "at":
      return bounded(`at(M, ${scope.offset(lineOf(node))}, ${emit(operand(node, 0), scope).text})`);
    case "convolve": {
      const weights = node.lists?.[0] ?? [];
      return open(`convolve(M, ${scope.table(weights)}, ${weights.length}, ${scope.offset(lineOf(node))}, t)`);
    }
    case "lookup":
    case "brackets":
      return emitTable(node, scope);
    case "add":
      return emitSum(node, scope);
    case "min":
    case "max":
      return emitExtreme(node, scope);
    case "abs":
    case "floor":
    case "ceil":
    case "round":
    case "sqrt":
    case "exp":
    case "ln":
      return emitCall(node, scope);
    case "if":
      return emitIf(node, scope);
    case "cmp": {
      const test = emitTest(node, scope);
      return flagged(`(${test.defined} ? (${test.holds} ? 1 : 0) : NaN)`);
    }
    default:
      return emitOperator(node, scope);
  }
}

function emitOperator(node: Node, scope: Scope): Code {
  switch (node.op) {
    case "not":
      return flagged(`(1 - ${emitFlag(operand(node, 0), scope)})`);
    case "neg": {
      const a = emit(operand(node, 0), scope);
      return { text: `(-${a.text})`, bounded: a.bounded, flag: false };
    }
    case "sub":
      return open(`(${emit(operand(node, 0), scope).text} - ${emit(operand(node, 1), scope).text})`);
    case "mul":
      return emitProduct(node, scope);
    case "div":
      return emitQuotient(node, scope);
    case "pow":
      return emitPower(node, scope);
    case "and":
      return flagged(`(${emitFlag(operand(node, 0), scope)} * ${emitFlag(operand(node, 1), scope)})`);
    case "or":
      return flagged(`Math.max(${emitFlag(operand(node, 0), scope)}, ${emitFlag(operand(node, 1), scope)})`);
    default:
      if (operations[node.op].reads === "whole") return emitReducer(node, scope);
      return bounded(`call(${[`"${node.op}"`, ...node.args.map((arg) => emit(arg, scope).text)].join(", ")})`);
  }
}

function emitReducer({ op, by, absTol, lines = [], args }: Node, scope: Scope): Code {
  const offsets = scope.constant(lines.map((line) => scope.offset(line)));
  const values = args.map((arg) => emit(arg, scope).text).join(", ");
  return bounded(`reduceCells(M, ${JSON.stringify({ op, by, absTol })}, ${offsets}, [${values}])`);
}

function emitFlag(node: Node, scope: Scope): string {
  const code = emit(node, scope);
  return code.flag ? code.text : `truth(${code.text})`;
}

function emitProduct(node: Node, scope: Scope): Code {
  const a = emit(operand(node, 0), scope);
  const b = emit(operand(node, 1), scope);
  const text = `(${a.text} * ${b.text})`;
  return a.flag && b.flag
    ? flagged(text)
    : { text, bounded: (a.flag && b.bounded) || (b.flag && a.bounded), flag: false };
}

function emitQuotient(node: Node, scope: Scope): Code {
  const a = emit(operand(node, 0), scope).text;
  const b = emit(operand(node, 1), scope);
  if (operand(node, 1).op === "const")
    return Math.abs(Number(operand(node, 1).text)) > PURE_TIE ? open(`(${a} / ${b.text})`) : bounded("NaN");
  if (!b.bounded) return bounded(`divide(${a}, ${b.text})`);
  const divisor = scope.bind(b);
  return open(`(Math.abs(${divisor}) > ${PURE_TIE} ? ${a} / ${divisor} : NaN)`);
}

function emitPower(node: Node, scope: Scope): Code {
  const a = emit(operand(node, 0), scope);
  const b = emit(operand(node, 1), scope);
  const exponent = operand(node, 1).op === "const" ? Number(operand(node, 1).text) : Number.NaN;
  if (exponent !== 2 && exponent !== 3) return bounded(scope.stepwise("power", [a, b]));
  const base = scope.bind(a);
  return open(`(${new Array(exponent).fill(base).join(" * ")})`);
}

function emitLag(node: Node, scope: Scope): Code {
  const n = operand(node, 0).op === "const" ? Number(operand(node, 0).text) : Number.NaN;
  if (n === 0) return bounded(scope.readSame(lineOf(node)));
  if (Number.isInteger(n) && n > 0) return bounded(`(t > ${n} ? M[${scope.offset(lineOf(node)) - n} + t] : 0)`);
  const code = `lagCount(${emit(operand(node, 0), scope).text})`;
  const count = scope.isScalar(operand(node, 0)) ? scope.beforeLoop(code) : code;
  return bounded(`lagRead(M, ${scope.offset(lineOf(node))}, t, ${count})`);
}

function emitTable(node: Node, scope: Scope): Code {
  const x = emit(operand(node, 0), scope).text;
  const [keys = [], values = []] = node.lists ?? [];
  const size = keys.length;
  if (node.op === "brackets") {
    return open(`brackets(M, ${scope.table(keys)}, ${scope.table(values)}, ${size}, ${x})`);
  }
  const name = node.mode === "step" ? "lookupStep" : "lookupLinear";
  const text = `${name}(M, ${scope.table(keys)}, ${scope.table(values)}, ${size}, ${x})`;
  return node.mode === "step" ? bounded(text) : open(text);
}

function emitSum(node: Node, scope: Scope): Code {
  if (node.args.length === 0) return flagged("0");
  const far =
    node.args.length >= GATHER_FROM
      ? node.args.flatMap((arg) => (arg.op === "line" && !scope.isScalar(arg) ? [lineOf(arg)] : []))
      : [];
  if (far.length < GATHER_FROM) {
    const terms = node.args.map((arg) => emit(arg, scope));
    const [only] = terms;
    return only !== undefined && terms.length === 1 ? only : open(`(${terms.map((term) => term.text).join(" + ")})`);
  }
  const rest = node.args.filter((arg) => arg.op !== "line" || scope.isScalar(arg)).map((arg) => emit(arg, scope).text);
  return open(`(${[`gather(M, ${scope.constant(far.map((line) => scope.offset(line)))}, t)`, ...rest].join(" + ")})`);
}

function emitExtreme(node: Node, scope: Scope): Code {
  const terms = node.args.map((arg) => scope.bounded(emit(arg, scope)));
  const [first, ...rest] = terms;
  if (first === undefined) return bounded("NaN");
  return bounded(rest.reduce((text, term) => `Math.${node.op}(${text}, ${term})`, first));
}

function emitCall(node: Node, scope: Scope): Code {
  const args = node.args.map((arg) => emit(arg, scope));
  const x = args[0] ?? bounded("NaN");
  switch (node.op) {
    case "abs":
      return { text: `Math.abs(${x.text})`, bounded: x.bounded, flag: false };
    case "floor":
      return bounded(`floorTie(${x.text})`);
    case "ceil":
      return bounded(`ceilTie(${x.text})`);
    case "round":
      return bounded(`roundTie(${x.text}, ${args[1]?.text ?? "0"})`);
    case "sqrt":
      return bounded(`squareRoot(${x.text})`);
    case "exp":
      return bounded(`exponential(${x.text})`);
    default:
      return bounded(`logarithm(${x.text})`);
  }
}

function emitIf(node: Node, scope: Scope): Code {
  const condition = operand(node, 0);
  const direct = condition.op === "cmp" && !scope.isShared(condition) && scope.known(condition) === undefined;
  const test = direct ? emitTest(condition, scope) : flagTest(scope.bindText(emitFlag(condition, scope)));
  const yes = emit(operand(node, 1), scope);
  const no = emit(operand(node, 2), scope);
  const text = `(${test.defined} ? (${test.holds} ? ${yes.text} : ${no.text}) : NaN)`;
  return { text, bounded: yes.bounded && no.bounded, flag: yes.flag && no.flag };
}

interface Test {
  /** JavaScript condition: are both sides defined? */
  readonly defined: string;
  /** JavaScript condition: does the comparison hold, if they are? */
  readonly holds: string;
}

function flagTest(flag: string): Test {
  return { defined: `${flag} === ${flag}`, holds: `${flag} === 1` };
}

/** A comparison with its tie band: `d` is the difference, the band is max(absTol, 1e-9 · larger). */
function emitTest(node: Node, scope: Scope): Test {
  const a = scope.bind(emit(operand(node, 0), scope));
  const b = scope.bind(emit(operand(node, 1), scope));
  const d = b === "0" ? a : scope.bindText(`${a} - ${b}`);
  const band = bandCode(node, a, b, scope);
  const holds: Readonly<Record<Relation, string>> = {
    ">": `${d} > ${band}`,
    ">=": `${d} >= -${band}`,
    "<": `${d} < -${band}`,
    "<=": `${d} <= ${band}`,
    "==": `Math.abs(${d}) <= ${band}`,
    "!=": `Math.abs(${d}) > ${band}`,
  };
  return { defined: `${d} - ${d} === 0`, holds: holds[node.rel ?? "=="] };
}

function bandCode(node: Node, a: string, b: string, scope: Scope): string {
  const size = (arg: Node): number => (arg.op === "const" ? Math.abs(Number(arg.text)) : 0);
  const fixed = Math.max(node.absTol ?? 0, RELATIVE_TIE * Math.max(size(operand(node, 0)), size(operand(node, 1))));
  // Against zero the relative band is a billionth of the value itself, so only the absolute one can matter.
  if (a === "0" || b === "0") return String(fixed);
  const moving = node.args.flatMap((arg, i) => (arg.op === "const" ? [] : [`Math.abs(${i === 0 ? a : b})`]));
  if (moving.length === 0) return String(fixed);
  const largest = moving.length === 1 ? moving[0] : `Math.max(${moving.join(", ")})`;
  return scope.bindText(`Math.max(${fixed}, ${RELATIVE_TIE} * ${largest})`);
}
