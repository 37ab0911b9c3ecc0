import type { FlipView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";

const REASONS = ["breaks", "conditional", "onPaper"] as const;

/** Why a value at which a verdict turns is no answer by itself. */
export function FlipMark({ flip }: { readonly flip: FlipView }) {
  const { t } = useWords();
  const why = flip.confirmed === false ? "unconfirmed" : REASONS.find((reason) => flip[reason] === true);
  return why === undefined ? null : <span className="lever-mark">{t(`levers.${why}`)}</span>;
}
