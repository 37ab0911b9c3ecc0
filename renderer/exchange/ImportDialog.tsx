import { Alert, Button, Radio } from "antd";
import { useEffect, useState } from "react";
import type { Calls, ImportView } from "../../app/contract.ts";
import { useWords, words } from "../language/i18n.ts";
import { toBase64 } from "../session/bytes.ts";
import { flush } from "../session/edit.ts";
import { call, desktop } from "../session/host.ts";
import { enterNew, pickInBrowser } from "../session/open.ts";
import { getSession, takeSession, useSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog } from "../shell/navigation.ts";
import { notifyDone, notifyProblems } from "../shell/notices.ts";
import { ChangeTable, FaultTable } from "./ImportTables.tsx";
import { type Picked, useImporting } from "./importing.ts";

type As = Calls["importSheets"]["args"]["as"];

async function pickSpreadsheet(): Promise<Picked | null> {
  const native = desktop();
  if (native) {
    const path = await native.pickOpen();
    return path === null ? null : { name: path.split(/[\\/]/).at(-1) ?? path, path };
  }
  const file = await pickInBrowser(".xlsx");
  return file === null ? null : { name: file.name, base64: await toBase64(file) };
}

/** What the host says of a spreadsheet, taken over where `apply` says so. */
async function ask(picked: Picked, as: As, apply: boolean): Promise<ImportView | null> {
  await flush();
  const { session, scenario } = getSession();
  const open = session === null ? {} : { session: session.session, scenario };
  const reply = await call("importSheets", { ...open, ...picked, as, apply });
  if (reply.ok) return reply.value;
  notifyProblems(reply.problems);
  return null;
}

function useImport() {
  const [picked, setPicked] = useState(useImporting.getState().picked);
  const isOpen = useSession((state) => state.session !== null);
  const fixed = useSession((state) => state.session?.readOnly !== undefined);
  const [as, setAs] = useState<As>(isOpen && !fixed ? "open" : "new");
  const [view, setView] = useState<ImportView | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (picked === null) return;
    let wanted = true;
    setBusy(true);
    setView(null);
    void ask(picked, as, false).then((answer) => {
      if (!wanted) return;
      setBusy(false);
      setView(answer);
    });
    return () => {
      wanted = false;
    };
  }, [picked, as]);
  const apply = async () => {
    if (picked === null) return;
    setBusy(true);
    const done = await ask(picked, as, true);
    setBusy(false);
    if (done?.session === undefined) return setView(done);
    if (as === "new") enterNew(done.session);
    else takeSession(done.session, getSession().scenario);
    notifyDone(words("exchange.imported", { name: picked.name, count: done.changes.length }));
    closeDialog();
  };
  return { picked, setPicked, as, setAs, view, busy, apply, isOpen, fixed };
}

/** 从 Excel 导入: a filled spreadsheet is picked, what it changes and what is wrong with it is shown, and then it is taken over. */
export function ImportDialog() {
  const { t } = useWords();
  const { picked, setPicked, as, setAs, view, busy, apply, isOpen, fixed } = useImport();
  const faults = view?.faults.length ?? 0;
  const nothing = as === "open" && view?.changes.length === 0;
  const pick = async () => {
    const found = await pickSpreadsheet();
    if (found !== null) setPicked(found);
  };
  return (
    <Dialog
      title={t("exchange.importTitle")}
      width={920}
      onCancel={closeDialog}
      footer={[
        <Button key="pick" disabled={busy} onClick={() => void pick()}>
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
            <strong>{picked.name}</strong> {busy && <span className="muted">{t("exchange.reading")}</span>}
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
            {faults > 0 && <FaultTable faults={view.faults} />}
            {view.told.length > 0 && <FaultTable faults={view.told} />}
            {view.changes.length > 0 && <ChangeTable changes={view.changes} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
