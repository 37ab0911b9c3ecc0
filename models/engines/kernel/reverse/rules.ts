import type { Callee, Instruction } from "../ir.ts";
import type { BlockReverser } from "./block.ts";
import { SLOPES } from "./functions.ts";

/** Hands the slope of an instruction on to its operands and to the cells it reads. */
export function handBack(instruction: Instruction, slope: Instruction, to: BlockReverser): void {
  const { operation, operands } = instruction;
  const { code } = to;
  const [a, b, c] = operands as [Instruction, Instruction, Instruction];
  const value = (of: Instruction): Instruction => to.copy.value(of);
  switch (operation) {
    case "neg":
      to.add(a, code.apply("neg", slope));
      return;
    case "abs":
      to.add(a, code.pick(code.apply("lt", value(a), code.constant(0)), code.apply("neg", slope), slope));
      return;
    case "sqrt":
      to.add(a, quotient(slope, code.apply("add", value(instruction), value(instruction)), to));
      return;
    case "add":
      to.add(a, slope);
      to.add(b, slope);
      return;
    case "sub":
      // x − x asks whether x is a number.
      if (a === b) return;
      to.add(a, slope);
      if (to.isActive(b)) to.add(b, code.apply("neg", slope));
      return;
    case "mul":
      if (to.isActive(a)) to.add(a, product(slope, value(b), to));
      if (to.isActive(b)) to.add(b, product(slope, value(a), to));
      return;
    case "div": {
      const part = quotient(slope, value(b), to);
      to.add(a, part);
      if (to.isActive(b)) to.add(b, code.apply("neg", product(part, value(instruction), to)));
      return;
    }
    case "least":
    case "strictLeast":
      either(code.apply("lt", value(b), value(a)), [b, a], slope, to);
      return;
    case "greatest":
    case "strictGreatest":
      either(code.apply("lt", value(a), value(b)), [b, a], slope, to);
      return;
    case "pick":
      either(value(a), [b, c], slope, to);
      return;
    case "keep":
      to.add(b, code.pick(value(a), slope, code.constant(0)));
      return;
    case "drop":
      to.add(b, code.pick(value(a), code.constant(0), slope));
      return;
    case "call":
      called(instruction, slope, to);
      return;
    default:
      toCells(instruction, slope, to);
  }
}

/** What was read of a cell is added to the cell beside it. */
function toCells({ operation, operands, cell, back, fixed }: Instruction, value: Instruction, to: BlockReverser): void {
  const { code, cotangents } = to;
  const beside = cotangents.of(cell);
  switch (operation) {
    case "load":
      code.add({ kind: "give", cell: beside, back, scalar: fixed || cotangents.isScalar(cell), value });
      return;
    case "carry":
      code.add({ kind: "give", cell: beside, back: 1, scalar: false, value });
      return;
    case "gather":
      code.add({ kind: "scatter", cell: beside, slot: to.copy.value(operands[0] as Instruction), value });
      return;
    case "sum":
      code.add({ kind: "spread", cell: beside, value });
      return;
    default:
  }
}

function either(
  mask: Instruction,
  [yes, no]: readonly [Instruction, Instruction],
  slope: Instruction,
  to: BlockReverser,
): void {
  const zero = to.code.constant(0);
  if (to.isActive(yes)) to.add(yes, to.code.pick(mask, slope, zero));
  if (to.isActive(no)) to.add(no, to.code.pick(mask, zero, slope));
}

/** slope · value; nothing where the slope is 0, for there the value need not be a number. */
function product(slope: Instruction, value: Instruction, to: BlockReverser): Instruction {
  return wherePresent(slope, value, to.code.apply("mul", slope, value), to);
}

function quotient(slope: Instruction, value: Instruction, to: BlockReverser): Instruction {
  return wherePresent(slope, value, to.code.apply("div", slope, value), to);
}

function wherePresent(slope: Instruction, value: Instruction, made: Instruction, { code }: BlockReverser): Instruction {
  if (value.operation === "const" && Number.isFinite(value.value) && value.value !== 0) return made;
  return code.pick(code.apply("eq", slope, code.constant(0)), code.constant(0), made);
}

/** Functions are dear: they are asked only where the slope is not 0 anywhere. */
function called({ callee, operands }: Instruction, slope: Instruction, to: BlockReverser): void {
  const { code, copy, cotangents } = to;
  const { line, lines = line === undefined ? [] : [line] } = callee as Callee;
  const present = code.not(code.apply("eq", slope, code.constant(0)));
  const moving = operands.flatMap((operand, i) => (to.isActive(operand) ? [{ operand, i }] : []));
  const { scope, written } = copy.apart(() => {
    const values = operands.map((operand) => copy.value(operand));
    if (lines.some(cotangents.isActive))
      code.add({ kind: "hand", callee: callee as Callee, operands: values, value: slope });
    return moving.map(({ i }) => {
      const ask = (): Instruction => code.call({ ...(callee as Callee), slopeIn: i }, values);
      const write = SLOPES.get(`${(callee as Callee).op}/${operands.length}'${i}`);
      return product(slope, write === undefined ? ask() : write(code, values, ask), to);
    });
  });
  const outside = code.guard(present, scope, written);
  for (const [k, { operand }] of moving.entries()) to.add(operand, outside[k] as Instruction);
}
