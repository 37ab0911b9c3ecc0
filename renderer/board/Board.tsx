import { Alert, Button, Result, Skeleton } from "antd";
import { useWords } from "../language/i18n.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf } from "../session/json.ts";
import { computeAgain } from "../session/live.ts";
import { useSession } from "../session/store.ts";
import { chooseComponent } from "../shell/navigation.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { AnswerPanel } from "./AnswerPanel.tsx";
import { BoardTabs } from "./BoardTabs.tsx";
import { CashPicture } from "./CashPicture.tsx";
import { MissingBar } from "./MissingBar.tsx";
import { SourcesUses } from "./SourcesUses.tsx";
import { VerdictStrip } from "./VerdictStrip.tsx";

/** 平衡台: what one sees first of a model. */
export function Board() {
  const { t } = useWords();
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
      {board ? <AnswerPanel board={board} /> : <MissingBar />}
      <VerdictStrip />
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
          <div className="board-pictures">
            <CashPicture cash={board.cash} perspectives={board.perspectives} />
            <SourcesUses flows={board.flows} />
          </div>
          <BoardTabs board={board} />
        </div>
      ) : (
        <Skeleton active paragraph={{ rows: 12 }} />
      )}
    </div>
  );
}
