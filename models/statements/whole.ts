import type { FormulaDecl } from "../language/line.ts";
import { PAID_BY_OWNERS } from "../terms/owners.ts";
import { system } from "./system.ts";

/** 全项目合理性: proportions no project of this kind has, whichever input is the slip; the range stands on the line. */
export const wholeLines: readonly FormulaDecl[] = [
  {
    ...system(
      "whole.sources",
      "资金来源合计为税前资金运用合计的倍数",
      "all sources over all uses before tax",
      "1",
      "scalar",
      "share(total(project.sources), total(project.uses - sum(crosses = out, role = tax.*)))",
    ),
    tags: { plausible: "0 3.2" },
  },
  {
    ...system(
      "whole.capital",
      "实缴资本金为总投资的倍数",
      "capital paid in over total investment",
      "1",
      "scalar",
      `share(total(sum(crosses = in, role = in(${PAID_BY_OWNERS}))), project.total_investment)`,
    ),
    tags: { plausible: "0 1.8" },
  },
];
