export { agree, sameValue } from "./agree.ts";
export { type Evaluation, EvaluationStopped } from "./evaluation.ts";
export { type Explanation, explain } from "./explain/explain.ts";
export { trace } from "./explain/trace.ts";
export type { KernelEvaluation } from "./kernel/evaluation.ts";
export { compileKernel, type Kernel } from "./kernel/kernel.ts";
export { compilePair } from "./kernel/pair.ts";
export { evaluateRecord, type RecordOptions } from "./record.ts";
