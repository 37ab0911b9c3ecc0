export { agree, allowedDifference, type Disagreement } from "./agree.ts";
export type { Arithmetic } from "./arithmetic/arithmetic.ts";
export { type Clock, type Evaluation, EvaluationStopped, type Gap, type Gaps } from "./evaluation.ts";
export type { KernelEvaluation } from "./kernel/evaluation.ts";
export type { NumericInputs } from "./kernel/inputs.ts";
export { compileKernel, type Kernel, type KernelOptions } from "./kernel/kernel.ts";
export { evaluateRecord, type RecordOptions } from "./record.ts";
export { byYear, type YearCalendar, type YearValue } from "./years.ts";
