import type { Node } from "../../language/graph.ts";
import type { NodeOf } from "../nodes.ts";
import { PURE_TIE, RELATIVE_TIE } from "../ties.ts";
import { bounded, type Code, flagged, numberCode, open } from "./code.ts";
import { tablesOf } from "./plan.ts";
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
      const text = numberCode(node.text);
      return { text, bounded: true, flag: text === "0" || text === "1" };
    }
    case "line":
      return bounded(scope.readSame(node.line));
    case "prev":
      return bounded(scope.readPrevious(node.line));
    case "lag":
      return emitLag(node, scope);
    case "total":
      return open(`total(M, ${scope.offset(node.line)}, ${scope.periods})`);
    case "none":
      return bounded("NaN");
    case "reduce": {
      const lines = [...node.series, ...node.yearly].map((line) => scope.offset(line));
      const args = node.args.map((arg) => emit(arg, scope).text).join(", ");
      const shape = JSON.stringify({ fn: node.fn, by: node.by, series: node.series.length, absTol: node.absTol });
      return bounded(`reduceCells(M, ${shape}, ${scope.constant(lines)}, [${args}])`);
    }
    case "at":
      return bounded(`at(M, ${scope.offset(node.line)}, ${emit(node.month, scope).text})`);
    case "convolve": {
      const table = scope.table(node.weights);
      return open(`convolve(M, ${table}, ${node.weights.length}, ${scope.offset(node.line)}, t)`);
    }
    case "lookup":
    case "brackets":
      return emitTable(node, scope);
    case "add":
      return emitSum(node, scope);
    case "min":
    case "max":
      return emitExtreme(node, scope);
    case "call":
      return emitCall(node, scope);
    case "finance":
      return bounded(`finance("${node.fn}", ${node.args.map((arg) => emit(arg, scope).text).join(", ")})`);
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

function emitOperator(node: NodeOf<"sub" | "mul" | "div" | "pow" | "neg" | "not" | "and" | "or">, scope: Scope): Code {
  if (!("b" in node)) {
    if (node.op === "not") return flagged(`(1 - ${emitFlag(node.a, scope)})`);
    const a = emit(node.a, scope);
    return { text: `(-${a.text})`, bounded: a.bounded, flag: false };
  }
  switch (node.op) {
    case "sub":
      return open(`(${emit(node.a, scope).text} - ${emit(node.b, scope).text})`);
    case "mul":
      return emitProduct(node, scope);
    case "div":
      return emitQuotient(node, scope);
    case "pow":
      return emitPower(node, scope);
    case "and":
      return flagged(`(${emitFlag(node.a, scope)} * ${emitFlag(node.b, scope)})`);
    case "or":
      return flagged(`Math.max(${emitFlag(node.a, scope)}, ${emitFlag(node.b, scope)})`);
  }
}

function emitFlag(node: Node, scope: Scope): string {
  const code = emit(node, scope);
  return code.flag ? code.text : `truth(${code.text})`;
}

function emitProduct(node: NodeOf<"mul">, scope: Scope): Code {
  const a = emit(node.a, scope);
  const b = emit(node.b, scope);
  const text = `(${a.text} * ${b.text})`;
  return a.flag && b.flag
    ? flagged(text)
    : { text, bounded: (a.flag && b.bounded) || (b.flag && a.bounded), flag: false };
}

function emitQuotient(node: NodeOf<"div">, scope: Scope): Code {
  const a = emit(node.a, scope).text;
  const b = emit(node.b, scope);
  if (node.b.op === "const")
    return Math.abs(Number(node.b.text)) > PURE_TIE ? open(`(${a} / ${b.text})`) : bounded("NaN");
  if (!b.bounded) return bounded(`divide(${a}, ${b.text})`);
  const divisor = scope.bind(b);
  return open(`(Math.abs(${divisor}) > ${PURE_TIE} ? ${a} / ${divisor} : NaN)`);
}

function emitPower(node: NodeOf<"pow">, scope: Scope): Code {
  const a = emit(node.a, scope);
  const b = emit(node.b, scope);
  const exponent = node.b.op === "const" ? Number(node.b.text) : Number.NaN;
  if (exponent !== 2 && exponent !== 3) return bounded(scope.stepwise("power", [a, b]));
  const base = scope.bind(a);
  return open(`(${new Array(exponent).fill(base).join(" * ")})`);
}

function emitLag(node: NodeOf<"lag">, scope: Scope): Code {
  const n = node.n.op === "const" ? Number(node.n.text) : Number.NaN;
  if (n === 0) return bounded(scope.readSame(node.line));
  if (Number.isInteger(n) && n > 0) return bounded(`(t > ${n} ? M[${scope.offset(node.line) - n} + t] : 0)`);
  const code = `lagCount(${emit(node.n, scope).text})`;
  const count = scope.isScalar(node.n) ? scope.beforeLoop(code) : code;
  return bounded(`lagRead(M, ${scope.offset(node.line)}, t, ${count})`);
}

function emitTable(node: NodeOf<"lookup" | "brackets">, scope: Scope): Code {
  const x = emit(node.x, scope).text;
  const size = tablesOf(node)[0]?.length ?? 0;
  if (node.op === "brackets") {
    return open(`brackets(M, ${scope.table(node.from)}, ${scope.table(node.rates)}, ${size}, ${x})`);
  }
  const name = node.mode === "step" ? "lookupStep" : "lookupLinear";
  const text = `${name}(M, ${scope.table(node.keys)}, ${scope.table(node.values)}, ${size}, ${x})`;
  return node.mode === "step" ? bounded(text) : open(text);
}

function emitSum(node: NodeOf<"add">, scope: Scope): Code {
  if (node.args.length === 0) return flagged("0");
  const far =
    node.args.length >= GATHER_FROM
      ? node.args.flatMap((arg) => (arg.op === "line" && !scope.isScalar(arg) ? [arg.line] : []))
      : [];
  if (far.length < GATHER_FROM) {
    const terms = node.args.map((arg) => emit(arg, scope));
    const [only] = terms;
    return only !== undefined && terms.length === 1 ? only : open(`(${terms.map((term) => term.text).join(" + ")})`);
  }
  const rest = node.args.filter((arg) => arg.op !== "line" || scope.isScalar(arg)).map((arg) => emit(arg, scope).text);
  return open(`(${[`gather(M, ${scope.constant(far.map((line) => scope.offset(line)))}, t)`, ...rest].join(" + ")})`);
}

function emitExtreme(node: NodeOf<"min" | "max">, scope: Scope): Code {
  const terms = node.args.map((arg) => scope.bounded(emit(arg, scope)));
  const [first, ...rest] = terms;
  if (first === undefined) return bounded("NaN");
  return bounded(rest.reduce((text, term) => `Math.${node.op}(${text}, ${term})`, first));
}

function emitCall(node: NodeOf<"call">, scope: Scope): Code {
  const args = node.args.map((arg) => emit(arg, scope));
  const x = args[0] ?? bounded("NaN");
  switch (node.fn) {
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
    case "ln":
      return bounded(`logarithm(${x.text})`);
  }
}

function emitIf(node: NodeOf<"if">, scope: Scope): Code {
  const direct = node.cond.op === "cmp" && !scope.isShared(node.cond) && scope.known(node.cond) === undefined;
  const test = direct
    ? emitTest(node.cond as NodeOf<"cmp">, scope)
    : flagTest(scope.bindText(emitFlag(node.cond, scope)));
  const yes = emit(node.yes, scope);
  const no = emit(node.no, scope);
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
function emitTest(node: NodeOf<"cmp">, scope: Scope): Test {
  const a = scope.bind(emit(node.a, scope));
  const b = scope.bind(emit(node.b, scope));
  const d = b === "0" ? a : scope.bindText(`${a} - ${b}`);
  const band = bandCode(node, a, b, scope);
  const holds: Readonly<Record<typeof node.rel, string>> = {
    ">": `${d} > ${band}`,
    ">=": `${d} >= -${band}`,
    "<": `${d} < -${band}`,
    "<=": `${d} <= ${band}`,
    "==": `Math.abs(${d}) <= ${band}`,
    "!=": `Math.abs(${d}) > ${band}`,
  };
  return { defined: `${d} - ${d} === 0`, holds: holds[node.rel] };
}

function bandCode(node: NodeOf<"cmp">, a: string, b: string, scope: Scope): string {
  const size = (operand: Node): number => (operand.op === "const" ? Math.abs(Number(operand.text)) : 0);
  const fixed = Math.max(node.absTol, RELATIVE_TIE * Math.max(size(node.a), size(node.b)));
  // Against zero the relative band is a billionth of the value itself, so only the absolute one can matter.
  if (a === "0" || b === "0") return String(fixed);
  const moving = [node.a, node.b].flatMap((operand, i) =>
    operand.op === "const" ? [] : [`Math.abs(${i === 0 ? a : b})`],
  );
  if (moving.length === 0) return String(fixed);
  const largest = moving.length === 1 ? moving[0] : `Math.max(${moving.join(", ")})`;
  return scope.bindText(`Math.max(${fixed}, ${RELATIVE_TIE} * ${largest})`);
}
