import { Button } from "antd";
import { useRef } from "react";
import { beginExport } from "../exchange/exporting.ts";
import { beginImport, isSpreadsheet } from "../exchange/importing.ts";
import { useWords, words } from "../language/i18n.ts";
import { offerDownload, toBase64 } from "../session/bytes.ts";
import { flush } from "../session/edit.ts";
import { call } from "../session/host.ts";
import { withPassphrase } from "../session/passphrase.ts";
import { baseScenario, getSession, takeSession, useSession } from "../session/store.ts";
import { openDialog } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";

/** The file bidders fill in, and what comes back. */
export function FileTools() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <>
      <Button onClick={() => void giveNotice()}>{t("bids.giveNotice")}</Button>
      <Button onClick={() => beginExport({ form: "bidForm" })}>{t("bids.giveForm")}</Button>
      <Button disabled={readOnly} onClick={() => input.current?.click()}>
        {t("bids.takeBid")}
      </Button>
      <Button onClick={() => openDialog("sealedBids")}>{t("sealedBid.open")}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.pingheng,.json,.bid"
        aria-label={t("bids.takeBid")}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void takeBid(file);
        }}
      />
    </>
  );
}

async function giveNotice(): Promise<void> {
  await flush();
  const { session } = getSession();
  if (!session) return;
  const reply = await call("bidsNotice", { session: session.session });
  if (reply.ok) offerDownload(reply.value.name, reply.value.base64);
  else notifyProblems(reply.problems);
}

async function takeBid(file: File): Promise<void> {
  await flush();
  const { session } = getSession();
  if (!session) return;
  let base64: string;
  try {
    base64 = await toBase64(file);
  } catch {
    const message = words("start.unreadable", { name: file.name });
    notifyProblems([{ code: "open.unreadable", message, path: file.name }]);
    return;
  }
  // A filled form is shown with its changes and faults before it is taken over.
  if (isSpreadsheet(file.name)) return beginImport({ name: file.name, base64 });
  const picked = { session: session.session, name: file.name, base64 };
  const isSealed = file.name.toLowerCase().endsWith(".bid");
  const reply = await withPassphrase(
    isSealed ? words("keys.tender") : file.name,
    (given) => call("takeBid", { ...picked, ...given }),
    isSealed ? "key" : "file",
  );
  if (reply === undefined) return;
  if (reply.ok) takeSession(reply.value, baseScenario);
  else notifyProblems(reply.problems);
}
