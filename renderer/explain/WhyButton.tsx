import type { ReactNode } from "react";
import { useWords } from "../language/i18n.ts";
import { explain } from "./store.ts";

interface WhyButtonProps {
  /** Undefined where no cell computes the number, which is plain then. */
  readonly cell: string | undefined;
  /** What the number is, for the trail and for those who do not see it. */
  readonly label: string;
  /** Whose number it is, where that may be another scenario than the one on show. */
  readonly scenario?: string | undefined;
  readonly children: ReactNode;
}

/** A number that says why it is so when it is clicked. */
export function WhyButton({ cell, label, scenario, children }: WhyButtonProps) {
  const { t } = useWords();
  if (cell === undefined) return children;
  return (
    <button type="button" className="figure-button" onClick={() => explain(cell, label, scenario)}>
      <span className="unseen">
        {t("explain.why")} {label}{" "}
      </span>
      {children}
    </button>
  );
}
