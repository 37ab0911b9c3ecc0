import type { ReactNode } from "react";
import { useWords } from "../language/i18n.ts";
import { explain } from "./store.ts";

interface WhyButtonProps {
  readonly cell: string;
  /** What the number is, for the trail and for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A number that says why it is so when it is clicked. */
export function WhyButton({ cell, label, children }: WhyButtonProps) {
  const { t } = useWords();
  return (
    <button type="button" className="figure-button" onClick={() => explain(cell, label)}>
      <span className="unseen">
        {t("explain.why")} {label}{" "}
      </span>
      {children}
    </button>
  );
}
