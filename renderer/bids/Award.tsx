import type { BidsView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { useWords } from "../language/i18n.ts";
import { SettingsForm } from "../pages/SettingsForm.tsx";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf, valueAt } from "../session/json.ts";
import { awardFields, passedColumns, voteColumns } from "./fields.ts";
import { LockPanel } from "./LockPanel.tsx";
import { namedIn } from "./named.ts";
import { Rows } from "./Rows.tsx";

/** 定标表: closed until the evaluation is locked; then winner, reason, ground and votes. */
export function Award({ view }: { readonly view: BidsView }) {
  const { t } = useWords();
  const document = useDocument();
  const { award, ranked } = view.sheets;
  if (award.state === "closed") return <Panel title={t("bids.tabAward")}>{t("bids.closed")}</Panel>;
  const recommended = new Set(
    objectsOf(valueAt(document, "tender/evaluation/rows"))
      .filter((row) => row["recommended"] === true)
      .map((row) => textOf(row["id"])),
  );
  const candidates = namedIn(document, "bids").filter(({ id }) => recommended.has(id));
  const options = candidates.map(({ id, label }) => ({ word: id, label }));
  return (
    <>
      <Panel title={t("bids.tabAward")}>
        <SettingsForm root="tender/award" settings={awardFields(options)} />
      </Panel>
      <Panel title={t("bids.votes")}>
        <p className="muted">{t("bids.votesLead")}</p>
        <Rows
          path="tender/award/votes"
          of={namedIn(document, "tender/awarders")}
          head="bids.member"
          columns={voteColumns(options)}
        />
      </Panel>
      {ranked === true && (
        <Panel title={t("bids.passedOver")}>
          <Rows
            path="tender/award/passedOver"
            of={candidates}
            head="bids.bidder"
            columns={passedColumns()}
            blank={{ reason: "" }}
          />
        </Panel>
      )}
      <LockPanel sheet="award" view={award} />
    </>
  );
}
