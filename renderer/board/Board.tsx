import { Alert, Button, Result, Skeleton } from "antd";
import { PrintButton } from "../exchange/PrintButton.tsx";
import { useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf } from "../session/json.ts";
import { computeAgain } from "../session/live.ts";
import { useSession } from "../session/store.ts";
import { chooseComponent } from "../shell/navigation.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { TableTools } from "../tables/TableTools.tsx";
import { CashPicture } from "./CashPicture.tsx";
import { Conventions } from "./Conventions.tsx";
import { Indicators } from "./Indicators.tsx";
import { MissingBar } from "./MissingBar.tsx";
import { ProblemsPanel } from "./ProblemsPanel.tsx";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { SourcesUses } from "./SourcesUses.tsx";
import { TrustPanel } from "./TrustPanel.tsx";
import { VerdictStrip } from "./VerdictStrip.tsx";
import { verdictRows } from "./verdictRows.ts";

/** 平衡台: what one sees first of a model. */
export function Board() {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const board = useSession((state) => state.board);
  const empty = objectsOf(useDocument()["components"]).length === 0;
  const problems = useSession((state) => state.boardProblems);
  if (!board && problems.length > 0)
    return (
      <Result
        status="warning"
        title={t("board.failed")}
        subTitle={<ProblemLines problems={problems} />}
        extra={<Button onClick={computeAgain}>{t("board.again")}</Button>}
      />
    );
  return (
    <div className="board">
      <VerdictStrip />
      <div className="row board-tools">
        <MissingBar />
        <span className="grow" />
        {board && <PrintButton form="board" />}
        {board && (
          <TableTools title={() => t("verdict.strip")} rows={() => verdictRows(board.verdicts, money, t, pick)} />
        )}
      </div>
      {empty && (
        <Alert
          type="info"
          showIcon
          title={t("board.empty")}
          action={<Button onClick={() => chooseComponent()}>{t("board.toComponents")}</Button>}
        />
      )}
      {board ? (
        <div className="board-grid">
          <CashPicture cash={board.cash} perspectives={board.perspectives} />
          <Indicators indicators={board.indicators} />
          <SourcesUses flows={board.flows} />
          <div className="board-side">
            <TrustPanel />
            <ReviewPanel />
            <ProblemsPanel />
            <Conventions conventions={board.conventions} />
          </div>
        </div>
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
    </div>
  );
}
