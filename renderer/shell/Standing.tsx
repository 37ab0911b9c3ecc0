import { Alert, Button, Popconfirm } from "antd";
import type { DraftView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { momentText } from "../revisions/time.ts";
import { dropDraft, editCopy, takeDraft } from "../session/drafts.ts";
import { useSession } from "../session/store.ts";
import { ProblemLines } from "./ProblemLines.tsx";

function Drop() {
  const { t } = useWords();
  return (
    <Popconfirm
      title={t("draft.dropAsk")}
      okText={t("draft.drop")}
      cancelText={t("app.cancel")}
      onConfirm={() => void dropDraft()}
    >
      <Button size="small">{t("draft.drop")}</Button>
    </Popconfirm>
  );
}

function Take({ label }: { readonly label: string }) {
  return (
    <Button size="small" type="primary" onClick={() => void takeDraft()}>
      {label}
    </Button>
  );
}

/** Work that was kept and not saved: what is shown is what was saved, until somebody decides. */
function Offered({ draft }: { readonly draft: DraftView }) {
  const { t } = useWords();
  const { since, at, author, where, moved } = draft;
  const times = { since: momentText(since), at: momentText(at), author };
  const said = [
    t(`draft.found.${where}`, times),
    ...(author === "" ? [] : [t("draft.author", times)]),
    t("draft.shown"),
    ...(moved ? [t("draft.moved")] : []),
  ];
  return (
    <Alert
      className="standing-banner"
      type="warning"
      showIcon
      banner
      title={said.join("")}
      action={
        <span className="row">
          <Take label={t(moved ? "draft.takeCopy" : "draft.take")} />
          <Drop />
        </span>
      }
    />
  );
}

interface FixedProps {
  /** Absent where another bar says why. */
  readonly why?: string;
  readonly draft: DraftView | undefined;
}

function Fixed({ why, draft }: FixedProps) {
  const { t } = useWords();
  const told =
    draft && t("draft.inside", { since: momentText(draft.since), at: momentText(draft.at), author: draft.author });
  return (
    <Alert
      className="standing-banner"
      type="warning"
      showIcon
      banner
      title={[...(why === undefined ? [] : [t("app.readOnly", { why })]), ...(told === undefined ? [] : [told])].join(
        t("draft.stop"),
      )}
      action={
        <span className="row">
          {why !== undefined && (
            <Button size="small" onClick={() => void editCopy()}>
              {t("draft.editCopy")}
            </Button>
          )}
          {draft && <Take label={t("draft.takeCopy")} />}
        </span>
      }
    />
  );
}

/** How the open model stands to what is on the drive, where there is something to say: read-only, a draft to decide on, changes that could not be kept. */
export function Standing() {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly);
  const held = useSession((state) => state.session?.held !== undefined);
  const draft = useSession((state) => state.session?.draft);
  const unkept = useSession((state) => state.session?.unkept);
  return (
    <>
      {draft?.decide === true && <Offered draft={draft} />}
      {held && draft && <Fixed draft={draft} />}
      {!held && readOnly !== undefined && draft?.decide !== true && <Fixed why={readOnly} draft={draft} />}
      {unkept && (
        <Alert
          type="error"
          showIcon
          banner
          title={t("draft.unkept")}
          description={<ProblemLines problems={unkept} />}
        />
      )}
    </>
  );
}
