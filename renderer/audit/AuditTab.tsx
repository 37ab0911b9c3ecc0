import { Alert, Button } from "antd";
import { useCallback, useEffect } from "react";
import type { AuditView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { BridgePanel } from "../compare/BridgePanel.tsx";
import { useWords } from "../language/i18n.ts";
import { Difference } from "../revisions/Difference.tsx";
import { Progressing } from "../revisions/Progressing.tsx";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { AmountTable } from "./AmountTable.tsx";
import { DeclaredPanel } from "./DeclaredPanel.tsx";
import { FigureTable } from "./FigureTable.tsx";

function useAudit() {
  const { start: begin, ...job } = useJob<AuditView>({ keeps: true });
  const start = useCallback(
    () => begin(({ session, scenario, job: id }) => call("audit", { session, scenario, job: id })),
    [begin],
  );
  return { ...job, start };
}

/** 审定: what the reviewer put in place of what was submitted, what it moves, and the paper plan's figures. */
export function AuditTab() {
  const { t } = useWords();
  const version = useSession((state) => state.session?.version ?? 0);
  const { start, ...audit } = useAudit();
  useEffect(() => void start(), [start]);
  const { answer } = audit;
  const isStale = answer !== null && answer.version !== version;
  return (
    <div className="audit">
      <Progressing job={audit} label={t("audit.running")} failed={t("reviewing.audit")} />
      {(isStale || audit.cancelled) && !audit.running && (
        <Alert
          type="info"
          showIcon
          title={isStale ? t("audit.stale") : t("compare.progress")}
          action={<Button onClick={() => void start()}>{t("audit.again")}</Button>}
        />
      )}
      {answer !== null && <Audited answer={answer} />}
    </div>
  );
}

function Audited({ answer }: { readonly answer: AuditView }) {
  const { t } = useWords();
  const { figures, table, before, after, bridges, declared, problems } = answer;
  return (
    <>
      {problems.length > 0 && (
        <Alert type="warning" showIcon title={t("audit.problems")} description={<ProblemLines problems={problems} />} />
      )}
      <Panel title={t("audit.figures")}>
        {figures.length === 0 ? <p className="muted">{t("audit.none")}</p> : <FigureTable figures={figures} />}
      </Panel>
      {figures.length > 0 && (
        <>
          <Panel title={t("audit.table")} className="audit-amounts">
            {table === null ? <p className="muted">{t("audit.noTable")}</p> : <AmountTable table={table} />}
          </Panel>
          <Panel title={t("audit.verdicts")}>
            <Difference answer={{ changes: [], before, after }} heads={[t("audit.submitted"), t("audit.audited")]} />
          </Panel>
          {bridges.map((bridge) => (
            <BridgePanel key={bridge.of} bridge={bridge} from={t("audit.submitted")} to={t("audit.audited")} />
          ))}
        </>
      )}
      <DeclaredPanel
        declared={declared}
        rows={table?.rows ?? []}
        years={table?.years ?? []}
        indicators={before.indicators}
      />
    </>
  );
}
