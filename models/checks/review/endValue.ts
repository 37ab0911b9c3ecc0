import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const WAYS = ["recoveredAssetValue", "terminalCapRate", "terminalMultiple"] as const;

/** C22: a value at the end above the books is somebody's estimate. */
function aboveBooks(review: Review): readonly Finding[] {
  const way = WAYS.find((name) => review.document.conventions[name] !== undefined);
  const [value, books] = [
    review.view.series("project.recovered_assets")?.at(-1),
    review.view.scalar("project.book_value_at_end"),
  ];
  if (way === undefined || value === undefined || books === undefined) return [];
  if (value.minus(books).lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
  return [
    finding(review, {
      id: "C22",
      severity: "Q",
      pass: false,
      numbers: { recovered: value, books },
      path: `conventions/${way}`,
      message: {
        zh: `期末回收资产余值 ${amountText(value)} 元,高于账面净值 ${amountText(books)} 元,须有评估依据`,
        en: `CNY ${amountText(value)} is recovered at the end, above the books' CNY ${amountText(books)}: a valuation must show it`,
      },
    }),
  ];
}

export const endValue: readonly Check[] = [{ ids: ["C22"], run: aboveBooks }];
