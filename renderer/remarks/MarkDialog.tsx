import { AuditForm } from "../audit/AuditForm.tsx";
import { useWords } from "../language/i18n.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { RemarkForm } from "./RemarkForm.tsx";
import { useMarked } from "./store.ts";

/** The cursor begins in the first thing to be written: the audited figure, or the remark. */
function begin(): void {
  // Who was quicker than the dialog is left where they are.
  if (document.activeElement?.closest(".mark-form")) return;
  document
    .querySelector<HTMLElement>(
      ".mark-form :is(textarea, input:not([type=radio], [type=checkbox], [role=combobox])):not(:disabled)",
    )
    ?.focus();
}

/** A remark on a place, and where it is an input or row the audited figure for it. */
export function MarkDialog() {
  const { t } = useWords();
  const marked = useMarked((state) => state.marked);
  if (marked === null) return null;
  const canAudit = marked.field !== undefined || marked.columns !== undefined;
  return (
    <Dialog
      title={marked.place}
      onCancel={closeDialog}
      footer={null}
      width={620}
      afterOpenChange={(open) => open && begin()}
    >
      {canAudit && (
        <section className="dialog-part">
          <h3>{t("audit.set")}</h3>
          <AuditForm marked={marked} />
        </section>
      )}
      <section className="dialog-part">
        <h3>{t("remarks.add")}</h3>
        <RemarkForm marked={marked} />
      </section>
    </Dialog>
  );
}
