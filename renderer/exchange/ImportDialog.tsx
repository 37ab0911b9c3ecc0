import { Alert, Button, Radio } from "antd";
import { useEffect, useState } from "react";
import type { Calls, ImportView } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { enterNew } from "../session/open.ts";
import { getSession, takeSession, useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { ChangeTable, FaultTable } from "./ImportTables.tsx";
import { freshImportJob, isTextTable, type Picked, useImporting } from "./importing.ts";
import { MappingDialog } from "./MappingDialog.tsx";
import { pickSpreadsheet } from "./pick.ts";

type As = Calls["importSheets"]["args"]["as"];

/** What the host says of a spreadsheet, taken over where `apply` says so. */
async function ask(picked: Picked, as: As, apply: boolean, job: string): Promise<ImportView | null> {
  await flush();
  const { session, scenario } = getSession();
  const open = session === null ? {} : { session: session.session, scenario };
  const reply = await call("importSheets", { ...open, ...picked, as, apply, job });
  if (reply.ok) return reply.value;
  notifyProblems(reply.problems);
  return null;
}

function useImport(picked: Picked | null) {
  const isOpen = useSession((state) => state.session !== null);
  const fixed = useSession((state) => state.session?.readOnly !== undefined);
  const [as, setAs] = useState<As>(isOpen && !fixed ? "open" : "new");
  const [view, setView] = useState<ImportView | null>(null);
  const [busy, setBusy] = useState(false);
  const [job] = useState(freshImportJob);
  useEffect(() => {
    if (picked === null) return;
    let wanted = true;
    setBusy(true);
    setView(null);
    void ask(picked, as, false, job).then((answer) => {
      if (!wanted) return;
      setBusy(false);
      setView(answer);
    });
    return () => {
      wanted = false;
    };
  }, [picked, as, job]);
  const apply = async () => {
    if (picked === null) return;
    setBusy(true);
    const done = await ask(picked, as, true, job);
    setBusy(false);
    if (done?.session === undefined) return setView(done);
    if (as === "new") enterNew(done.session);
    else takeSession(done.session, getSession().scenario);
    notifyDone(words("exchange.imported", { name: picked.name, count: done.changes.length }));
    closeDialog();
  };
  const cancel = () => void call("cancel", { job });
  return { cancel, as, setAs, view, busy, apply, isOpen, fixed };
}

/** 从 Excel 导入: a form of ours is read back; a table of any other file is mapped to an input, column by column. */
export function ImportDialog() {
  const begun = useImporting.getState();
  const [picked, setPicked] = useState(begun.picked);
  const [isMapped, setMapped] = useState(begun.target !== undefined);
  const isOpen = useSession((state) => state.session !== null && state.session.readOnly === undefined);
  const pick = async () => {
    const found = await pickSpreadsheet();
    if (found === null) return;
    setPicked(found);
    if (begun.target === undefined) setMapped(false);
  };
  if (picked !== null && isOpen && (isMapped || isTextTable(picked.name)))
    return (
      <MappingDialog
        key={picked.base64 ?? picked.path}
        picked={picked}
        target={begun.target}
        pick={() => void pick()}
      />
    );
  return <FormDialog picked={picked} pick={() => void pick()} map={isOpen ? () => setMapped(true) : undefined} />;
}

interface FormDialogProps {
  readonly picked: Picked | null;
  readonly pick: () => void;
  /** Maps a table of it instead; nothing where no model is open to be changed. */
  readonly map: (() => void) | undefined;
}

/** What a filled form changes and what is wrong with it is shown, and then it is taken over. */
function FormDialog({ picked, pick, map }: FormDialogProps) {
  const { t } = useWords();
  const { as, setAs, view, busy, apply, cancel, isOpen, fixed } = useImport(picked);
  const faults = view?.faults.length ?? 0;
  const nothing = as === "open" && view?.changes.length === 0;
  const isForeign = view?.faults.some(({ code }) => code === "sheet.not_ours") === true;
  return (
    <Dialog
      title={t("exchange.importTitle")}
      width={920}
      onCancel={closeDialog}
      footer={[
        <Button key="pick" disabled={busy} onClick={pick}>
          {t(picked === null ? "exchange.pick" : "exchange.pickOther")}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={busy || view === null || faults > 0 || nothing}
          onClick={() => void apply()}
        >
          {t(as === "open" ? "exchange.into" : "exchange.asNew")}
        </Button>,
      ]}
    >
      <div className="import-found">
        <p className="muted">{t("exchange.importLead")}</p>
        {isOpen && (
          <Radio.Group
            aria-label={t("exchange.target")}
            value={as}
            disabled={busy}
            options={[
              { value: "open", label: t("exchange.targetOpen"), disabled: fixed },
              { value: "new", label: t("exchange.targetNew") },
            ]}
            onChange={(event) => setAs(event.target.value as As)}
          />
        )}
        {picked !== null && (
          <p>
            <strong>{picked.name}</strong>{" "}
            {busy && (
              <>
                <span className="muted">{t("exchange.reading")}</span>{" "}
                <Button size="small" onClick={cancel}>
                  {t("app.cancel")}
                </Button>
              </>
            )}
          </p>
        )}
        {view !== null && (
          <>
            <Alert
              type={faults > 0 ? "error" : view.changes.length === 0 ? "info" : "success"}
              showIcon
              title={
                faults > 0
                  ? t("exchange.faults", { count: faults })
                  : t(view.changes.length === 0 ? "exchange.unchanged" : "exchange.changes", {
                      count: view.changes.length,
                    })
              }
            />
            {isForeign && map !== undefined && (
              <p>
                {t("mapping.beginLead")} <Button onClick={map}>{t("mapping.begin")}</Button>
              </p>
            )}
            {faults > 0 && <FaultTable faults={view.faults} />}
            {view.told.length > 0 && <FaultTable faults={view.told} />}
            {view.changes.length > 0 && <ChangeTable changes={view.changes} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
