import type { BidsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { SettingsForm } from "../pages/SettingsForm.tsx";
import { useDocument } from "../session/effective.ts";
import { evaluationColumns, evaluationFields } from "./fields.ts";
import { LockPanel } from "./LockPanel.tsx";
import { namedIn } from "./named.ts";
import { Rows } from "./Rows.tsx";

const RANKED = { true: "bids.ranked", false: "bids.unranked", null: "bids.rankedUnsaid" } as const;

/** 评标表: validity, comments and candidates, ranked only where the law wants it. */
export function Evaluation({ view }: { readonly view: BidsView }) {
  const { t } = useWords();
  const document = useDocument();
  const { evaluation, ranked } = view.sheets;
  const weights = namedIn(document, "tender/notice/award/weights").map(({ id, label }) => ({ word: id, label }));
  return (
    <>
      <Panel title={t("bids.tabEvaluation")}>
        <p className="muted">{t(RANKED[`${ranked}`])}</p>
        <SettingsForm root="tender/evaluation" settings={evaluationFields()} />
        <Rows
          path="tender/evaluation/rows"
          of={namedIn(document, "bids")}
          head="bids.bidder"
          columns={evaluationColumns(ranked === true, weights)}
          blank={{ valid: true, comment: "" }}
        />
      </Panel>
      <LockPanel sheet="evaluation" view={evaluation} />
    </>
  );
}
