import type { Code } from "../code.ts";
import type { Instruction } from "../ir.ts";

type SlopeWriter = (code: Code, operands: readonly Instruction[], ask: () => Instruction) => Instruction;

/** Below this the formulas of an annuity would lose their digits. */
const RATE_MIN = 1e-5;

/** Slopes written here rather than asked of the host, by function, number of operands and operand; `ask` asks the host. */
export const SLOPES: ReadonlyMap<string, SlopeWriter> = new Map<string, SlopeWriter>([
  // b · a^(b − 1)
  [
    "pow/2'0",
    (code, [a, b]) => {
      const [base, exponent] = [a as Instruction, b as Instruction];
      const less = code.call({ op: "pow" }, [base, code.apply("sub", exponent, code.constant(1))]);
      const none = code.apply("eq", exponent, code.constant(0));
      return code.pick(none, code.constant(0), code.apply("mul", exponent, less));
    },
  ],
  // The payment on one is the payment for each of the loan.
  [
    "pmt/3'2",
    (code, [rate, count]) => code.call({ op: "pmt" }, [rate as Instruction, count as Instruction, code.constant(1)]),
  ],
  [
    "pmt/3'0",
    (code, operands, ask) =>
      annuity(code, operands, ask, ({ rate, count, loan, grown, left, unpaid }) => {
        // −loan · (left − rate · count · unpaid / grown) / left²
        const part = times(code, rate, count, unpaid);
        const rise = code.apply("sub", left, code.apply("div", part, grown));
        return code.apply("neg", code.apply("div", times(code, loan, rise), times(code, left, left)));
      }),
  ],
  [
    "pmt/3'1",
    (code, operands, ask) =>
      annuity(code, operands, ask, ({ rate, loan, grown, left, unpaid }) => {
        const growth = code.call({ op: "ln" }, [grown]);
        return code.apply("div", times(code, loan, rate, growth, unpaid), times(code, left, left));
      }),
  ],
]);

interface Annuity {
  readonly rate: Instruction;
  readonly count: Instruction;
  readonly loan: Instruction;
  /** 1 + rate, its power to −count, and 1 less that. */
  readonly grown: Instruction;
  readonly unpaid: Instruction;
  readonly left: Instruction;
}

function annuity(
  code: Code,
  operands: readonly Instruction[],
  ask: () => Instruction,
  slope: (of: Annuity) => Instruction,
): Instruction {
  const [rate, count, loan] = operands as [Instruction, Instruction, Instruction];
  const plain = code.apply("lt", code.constant(RATE_MIN), rate);
  const grown = code.apply("add", code.constant(1), rate);
  const unpaid = code.call({ op: "pow" }, [grown, code.apply("neg", count)]);
  const left = code.apply("sub", code.constant(1), unpaid);
  const written = slope({ rate, count, loan, grown, unpaid, left });
  const { scope, written: asked } = code.inScope(ask);
  const [otherwise] = code.guard(code.not(plain), scope, [asked]);
  return code.pick(plain, written, otherwise as Instruction);
}

function times(code: Code, ...factors: readonly Instruction[]): Instruction {
  return factors.reduce((product, factor) => code.apply("mul", product, factor));
}
