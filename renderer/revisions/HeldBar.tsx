import { Alert, Button, Tooltip } from "antd";
import { useEffect } from "react";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { getSession, takeSession, useSession } from "../session/store.ts";
import { notifyProblems } from "../shell/notices.ts";
import { Progressing } from "./Progressing.tsx";
import { historyChanged } from "./store.ts";
import { momentText } from "./time.ts";
import { useVerify } from "./useVerify.ts";
import { Verified } from "./Verified.tsx";

async function release(to: "file" | "copy"): Promise<void> {
  const { session, scenario } = getSession();
  if (!session) return;
  const reply = await call("release", { session: session.session, scenario, to });
  if (!reply.ok) return notifyProblems(reply.problems);
  takeSession(reply.value, scenario);
  historyChanged();
}

/** Somebody else's file, or a sealed one: what can be proven of it is said first, then the person says where to work. */
export function HeldBar() {
  const { t } = useWords();
  const session = useSession((state) => state.session?.session);
  const held = useSession((state) => state.session?.held);
  const { start, ...verify } = useVerify();
  const isHeld = held !== undefined;
  useEffect(() => {
    if (isHeld && session !== undefined) void start();
  }, [start, isHeld, session]);
  if (held === undefined) return null;
  const by = held.author === "" ? t("revisions.unnamed") : held.author;
  const said = { by, at: momentText(held.at) };
  return (
    <Alert
      type="info"
      className="held"
      title={
        <div className="row wrap">
          <span className="grow">
            {!held.isOwn && t("held.other", said)} {held.sealed && t("held.sealed")} {t("held.readOnly")}
          </span>
          <Button type="primary" onClick={() => void release("copy")}>
            {t("held.copy")}
          </Button>
          <Tooltip title={t("held.fileHint")}>
            <Button onClick={() => void release("file")}>{t("held.file")}</Button>
          </Tooltip>
        </div>
      }
      description={
        <>
          <Progressing job={verify} label={t("verify.running")} failed={t("verify.failed")} />
          {verify.answer !== null && <Verified answer={verify.answer} />}
          {verify.cancelled && <Button onClick={() => void start()}>{t("verify.again")}</Button>}
        </>
      }
    />
  );
}
