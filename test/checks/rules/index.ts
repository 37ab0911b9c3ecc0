import type { Rule } from "../sources.ts";
import { leftovers } from "./leftovers.ts";
import { numericLiterals } from "./numbers.ts";
import { purity } from "./purity.ts";
import { fileSize } from "./size.ts";
import { oneTolerance } from "./tolerance.ts";
import { modelWording, rendererWording } from "./wording.ts";

/** Every rule that looks at one file at a time. */
export const rules: readonly Rule[] = [
  fileSize,
  rendererWording,
  modelWording,
  numericLiterals,
  purity,
  leftovers,
  oneTolerance,
];
