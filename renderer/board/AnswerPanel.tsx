import { useId, useState } from "react";
import type { Board } from "../../app/contract.ts";
import { PrintButton } from "../exchange/PrintButton.tsx";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { TableTools } from "../tables/TableTools.tsx";
import { Answer } from "./Answer.tsx";
import { MissingBar } from "./MissingBar.tsx";
import { ReviewCounts } from "./ReviewCounts.tsx";
import { TrustList } from "./TrustList.tsx";
import { TrustToggle } from "./TrustToggle.tsx";
import { verdictRows } from "./verdictRows.ts";

/** The answer first: a sentence or two, and behind them what it rests on. */
export function AnswerPanel({ board }: { readonly board: Board }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <section className="panel answer" aria-label={t("board.answer")}>
      <Answer answer={board.answer} />
      <div className="row answer-foot">
        <TrustToggle open={open} list={list} onToggle={() => setOpen(!open)} />
        <ReviewCounts />
        <MissingBar />
        <span className="grow" />
        <PrintButton form="board" />
        <TableTools title={() => t("verdict.strip")} rows={() => verdictRows(board.verdicts, money, t, pick)} />
      </div>
      {open && <TrustList id={list} />}
    </section>
  );
}
