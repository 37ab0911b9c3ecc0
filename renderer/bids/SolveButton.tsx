import { Button } from "antd";
import { useWords } from "../language/i18n.ts";

interface SolveButtonProps {
  readonly id: string;
  readonly bidder: string;
  readonly onSolve: (id: string) => void;
}

/** 倒算, beside a bidder. */
export function SolveButton({ id, bidder, onSolve }: SolveButtonProps) {
  const { t } = useWords();
  return (
    <Button
      size="small"
      className="bid-solve"
      aria-label={`${t("bids.solve")} ${bidder === "" ? id : bidder}`}
      onClick={() => onSolve(id)}
    >
      {t("bids.solve")}
    </Button>
  );
}
