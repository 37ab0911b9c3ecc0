import type { Relation } from "../../../language/graph.ts";
import { PURE_TIE, RELATIVE_TIE, STEP_TIE, STEP_TIE_MAX, STEP_TIE_RELATIVE } from "../../../operations/ties.ts";
import type { Instruction } from "../ir.ts";
import { Soundness } from "./soundness.ts";
import { definedBy, type Test, type Value } from "./value.ts";

/** Operations on values that stand, with the tie bands all engines share. */
export class MachineArithmetic extends Soundness {
  flag({ holds, defined }: Test): Value {
    const { code } = this;
    const number = code.pick(holds, code.constant(1), code.constant(0));
    if (defined === undefined) return { number, holds, bounded: true };
    return { number: this.where(defined, number), holds, defined, bounded: true };
  }

  /** Is the value other than zero? */
  truth(value: Value): Test {
    const { code } = this;
    if (value.holds !== undefined) return { holds: value.holds, ...definedBy(value.defined) };
    const number = this.careful ? value.number : this.sound(value);
    const holds = code.apply("lt", code.constant(PURE_TIE), code.apply("abs", number));
    return { holds, ...definedBy(this.careful ? this.finite(number) : undefined) };
  }

  both(a: Test, b: Test, combine: (a: Instruction, b: Instruction) => Instruction): Value {
    const defined = a.defined && b.defined ? this.code.and(a.defined, b.defined) : (a.defined ?? b.defined);
    return this.flag({ holds: combine(a.holds, b.holds), ...definedBy(defined) });
  }

  divide(a: Value, b: Value): Value {
    const { code } = this;
    const divisor = this.sound(b);
    const usable = code.apply("lt", code.constant(PURE_TIE), code.apply("abs", divisor));
    this.mark(code.not(usable));
    // Dividing by what is the same in every period: once, before the loop.
    const quotient =
      divisor.fixed && !a.number.fixed
        ? code.apply("mul", a.number, code.apply("div", code.constant(1), divisor))
        : code.apply("div", a.number, divisor);
    return this.open(this.careful ? this.where(usable, quotient) : quotient);
  }

  /** The least or the greatest. */
  extreme(which: "least" | "greatest", values: readonly Value[]): Value {
    const [first, ...rest] = values.map((value) => this.sound(value));
    if (first === undefined) return this.nothing();
    const strict = which === "least" ? "strictLeast" : "strictGreatest";
    return this.bounded(rest.reduce((a, b) => this.code.apply(this.careful ? strict : which, a, b), first));
  }

  /** A comparison with its tie band max(absTol, 1e-9 · larger). */
  compare(relation: Relation, left: Value, right: Value, absTol: number): Value {
    const { code } = this;
    const [a, b] = [left.number, right.number];
    const d = code.apply("sub", a, b);
    if (!left.bounded || !right.bounded) this.mark(code.apply("sub", d, d));
    const size = isConstantZero(a) || isConstantZero(b) ? code.constant(0) : this.larger(a, b);
    // Against zero the relative band is a billionth of the value itself, so only the absolute one can matter.
    const band = code.apply("greatest", code.apply("mul", size, code.constant(RELATIVE_TIE)), code.constant(absTol));
    const below = (x: Instruction, y: Instruction) => code.apply("lt", x, y);
    const holds = {
      ">": () => below(band, d),
      ">=": () => code.apply("le", code.apply("neg", band), d),
      "<": () => below(d, code.apply("neg", band)),
      "<=": () => code.apply("le", d, band),
      "==": () => code.apply("le", code.apply("abs", d), band),
      "!=": () => below(band, code.apply("abs", d)),
    }[relation]();
    return this.flag({ holds, ...definedBy(this.careful ? this.finite(d) : undefined) });
  }

  /** The number with another sign, or with none. */
  signed(operation: "neg" | "abs", { number, bounded }: Value): Value {
    return { number: this.code.apply(operation, number), bounded };
  }

  /** The integer below or above; a hair beyond it counts as lying on it. */
  step(direction: "floor" | "ceil", x: Value): Value {
    const { code } = this;
    const tie = this.stepTie(code.apply("abs", x.number));
    const moved = code.apply(direction === "floor" ? "add" : "sub", x.number, tie);
    return { number: code.apply(direction, moved), bounded: x.bounded };
  }

  /** Half away from zero at so many decimals. */
  round(x: Value, places: number): Value {
    const { code } = this;
    const scale = code.constant(10 ** Math.abs(places));
    const [there, back] = places < 0 ? (["div", "mul"] as const) : (["mul", "div"] as const);
    const scaled = code.apply(there, code.apply("abs", x.number), scale);
    const half = code.apply("add", scaled, code.constant(0.5));
    const steps = code.apply("floor", code.apply("add", half, this.stepTie(scaled)));
    const size = code.apply(back, steps, scale);
    const negative = code.apply("lt", x.number, code.constant(0));
    return this.open(code.pick(negative, code.apply("neg", size), size));
  }

  private larger(a: Instruction, b: Instruction): Instruction {
    return this.code.apply("greatest", this.code.apply("abs", a), this.code.apply("abs", b));
  }

  private stepTie(size: Instruction): Instruction {
    const { code } = this;
    const share = code.apply("mul", size, code.constant(STEP_TIE_RELATIVE));
    const least = code.apply("greatest", share, code.constant(STEP_TIE));
    return code.apply("least", least, code.constant(STEP_TIE_MAX));
  }
}

function isConstantZero({ operation, value }: Instruction): boolean {
  return operation === "const" && value === 0;
}
