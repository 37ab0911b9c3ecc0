import type { Finding, Reviewed } from "../findings.ts";
import { balanceChecks, benchmark } from "./balance.ts";
import { completeness, rulePacks, soundness } from "./completeness.ts";

/** Every review check; each looks at the whole model and says what it found, also where all is well. */
export const reviewChecks: readonly ((reviewed: Reviewed) => readonly Finding[])[] = [
  completeness,
  soundness,
  balanceChecks,
  benchmark,
  rulePacks,
];
