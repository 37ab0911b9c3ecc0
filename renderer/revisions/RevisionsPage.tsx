import { Alert, Button } from "antd";
import { useState } from "react";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { PageFrame } from "../pages/PageFrame.tsx";
import { useSession } from "../session/store.ts";
import { openDialog } from "../shell/navigation.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DiffPanel } from "./DiffPanel.tsx";
import { RevisionTable } from "./RevisionTable.tsx";
import { SealPanel } from "./SealPanel.tsx";
import { useRevisions } from "./store.ts";
import { VerifyPanel } from "./VerifyPanel.tsx";

/** 版本: what the file was, who made it so, what changed, and what can be proven of it. */
export function RevisionsPage() {
  const { t } = useWords();
  const { view, problems } = useRevisions();
  const fixed = useSession((state) => state.session?.readOnly !== undefined);
  const [pair, setPair] = useState<readonly [string, string] | null>(null);
  const revisions = view?.revisions ?? [];
  const tools = (
    <>
      <Button disabled={fixed || revisions.length === 0} onClick={() => openDialog("merge")}>
        {t("merge.open")}
      </Button>
      <Button disabled={fixed} onClick={() => openDialog("note")}>
        {t("revisions.saveNote")}
      </Button>
    </>
  );
  return (
    <PageFrame title={t("page.revisions")} lead={t("lead.revisions")} tools={tools}>
      {problems.length > 0 && (
        <Alert type="error" showIcon title={problems[0]?.message} description={<ProblemLines problems={problems} />} />
      )}
      {view !== null && revisions.length === 0 && <p className="muted">{t("revisions.none")}</p>}
      {revisions.length > 0 && (
        <>
          <RevisionTable revisions={revisions} onCompare={(from, to) => setPair([from, to])} />
          <DiffPanel revisions={revisions} asked={pair} />
          <div className="revision-panels">
            <Panel title={t("seal.title")}>
              <SealPanel />
            </Panel>
            <Panel title={t("verify.title")}>
              <VerifyPanel />
            </Panel>
          </div>
        </>
      )}
    </PageFrame>
  );
}
