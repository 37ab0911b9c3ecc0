import { Alert, Button } from "antd";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { isChanged, type PastePlan, type PlannedCell, usePasting } from "./plan.ts";

/** 粘贴预览: every cell that a pasted block falls on, what it is now and would be; taken over as one step of undo. */
export function PasteDialog() {
  const { t } = useWords();
  const plan = usePasting((state) => state.plan);
  if (plan === null) return null;
  const faults = plan.cells.filter(({ fault }) => fault !== undefined);
  const nothing = plan.added.length === 0 && !plan.cells.some(isChanged);
  return (
    <Dialog
      title={t("paste.title", { what: plan.title })}
      width={760}
      onCancel={closeDialog}
      footer={[
        <Button key="cancel" onClick={closeDialog}>
          {t("app.cancel")}
        </Button>,
        <Button
          key="take"
          type="primary"
          autoFocus
          disabled={faults.length > 0 || nothing}
          onClick={() => {
            plan.take();
            closeDialog();
          }}
        >
          {t("paste.take")}
        </Button>,
      ]}
    >
      <div className="import-found">
        <Alert
          type={faults.length > 0 ? "error" : nothing ? "info" : "success"}
          showIcon
          title={faults.length > 0 ? t("paste.faults", { count: faults.length }) : <Summary plan={plan} />}
        />
        {plan.skipsHead && <p className="muted">{t("paste.head")}</p>}
        {plan.told?.map((one) => (
          <p key={one} className="muted">
            {one}
          </p>
        ))}
        <PasteCells cells={faults.length > 0 ? faults : plan.cells.filter(isChanged)} />
      </div>
    </Dialog>
  );
}

function Summary({ plan: { cells, added } }: { readonly plan: PastePlan }) {
  const { t } = useWords();
  const count = cells.filter(isChanged).length;
  return (
    <>
      {t("paste.changes", { count, same: cells.length - count })}
      {added.length > 0 &&
        ` ${t("paste.added", { count: added.length, rows: added.slice(0, 12).join(t("paste.comma")) })}`}
    </>
  );
}

/** Rows shown; more than that nobody reads one by one. */
const CELLS_MAX = 300;

/** Cells with what they are and would be, and what is wrong with them. */
export function PasteCells({ cells }: { readonly cells: readonly PlannedCell[] }) {
  const { t } = useWords();
  if (cells.length === 0) return null;
  const isFaulty = cells.some(({ fault }) => fault !== undefined);
  return (
    <div className="import-lines">
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("paste.row")}</th>
            <th scope="col">{t("paste.column")}</th>
            <th scope="col">{t("paste.before")}</th>
            <th scope="col">{t("paste.after")}</th>
            {isFaulty && <th scope="col">{t("paste.fault")}</th>}
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, CELLS_MAX).map(({ row, column, before, after, fault }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a block may fall on one cell twice
            <tr key={at} data-cell={`${row} ${column}`}>
              <th scope="row">{row}</th>
              <td>{column}</td>
              <td>{before === "" ? "–" : before}</td>
              <td>{after === "" ? "–" : after}</td>
              {fault !== undefined && <td className="fail-text">{t(`paste.${fault}`)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > CELLS_MAX && <p className="muted">{t("exchange.more", { count: cells.length - CELLS_MAX })}</p>}
    </div>
  );
}
