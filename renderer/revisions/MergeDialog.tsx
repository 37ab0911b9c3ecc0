import { Alert, Button, Radio } from "antd";
import { useState } from "react";
import type { Calls, MergeView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { useWords } from "../language/i18n.ts";
import { toBase64 } from "../session/bytes.ts";
import { flush } from "../session/edit.ts";
import { call, desktop } from "../session/host.ts";
import { pickInBrowser } from "../session/open.ts";
import { withPassphrase } from "../session/passphrase.ts";
import { getSession, takeSession } from "../session/store.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { closeDialog, openDialog } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { useHistory } from "./store.ts";

type Other = Pick<Calls["merge"]["args"], "name" | "base64" | "path">;
type Side = "mine" | "theirs";

async function pickOther(): Promise<Other | null> {
  const native = desktop();
  if (native) {
    const path = await native.pickOpen();
    return path === null ? null : { name: path, path };
  }
  const file = await pickInBrowser();
  return file === null ? null : { name: file.name, base64: await toBase64(file) };
}

type Conflict = MergeView["conflicts"][number];

/** One place both copies changed: what it was, what each made of it, and which of them stands. */
function ConflictRow(props: {
  readonly conflict: Conflict;
  readonly choice: Side | undefined;
  readonly choose: (side: Side) => void;
}) {
  const { t } = useWords();
  const inWords = useValueWords();
  const { path, label, base, mine, theirs } = props.conflict;
  return (
    <tr data-conflict={path}>
      <th scope="row" title={path}>
        {label}
      </th>
      <td>{inWords(path, base)}</td>
      {[["mine", mine] as const, ["theirs", theirs] as const].map(([side, value]) => (
        <td key={side}>
          <Radio
            checked={props.choice === side}
            onChange={() => props.choose(side)}
            aria-label={`${label} ${t(`merge.${side}`)}`}
          >
            {inWords(path, value)}
          </Radio>
        </td>
      ))}
    </tr>
  );
}

function useMerge() {
  const [other, setOther] = useState<Other | null>(null);
  const [view, setView] = useState<MergeView | null>(null);
  const ask = async (from: Other, choices: Calls["merge"]["args"]["choices"], apply: boolean) => {
    await flush();
    const { session, scenario } = getSession();
    if (!session) return null;
    const asked = { session: session.session, scenario, ...from, choices, apply };
    const reply = await withPassphrase(from.name, (given) => call("merge", { ...asked, ...given }));
    if (reply === undefined) return null;
    if (reply.ok) return reply.value;
    notifyProblems(reply.problems);
    return null;
  };
  const pick = async () => {
    const picked = await pickOther();
    if (picked === null) return;
    setOther(picked);
    setView(await ask(picked, [], false));
  };
  return { other, view, ask, pick };
}

/** 合并: the other copy is picked, conflicts are chosen one by one, then all of it is one edit to be saved. */
export function MergeDialog() {
  const { t } = useWords();
  const { other, view, ask, pick } = useMerge();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const conflicts = view?.conflicts ?? [];
  const open = conflicts.filter(({ path }) => choices[path] === undefined).length;
  const apply = async () => {
    if (other === null) return;
    const chosen = conflicts.flatMap(({ path }) => {
      const side = choices[path];
      return side === undefined ? [] : [{ path, side }];
    });
    const done = await ask(other, chosen, true);
    if (done?.session === undefined) return;
    takeSession(done.session, getSession().scenario);
    useHistory.setState({ note: t("merge.note", { name: other.name }) });
    closeDialog();
    openDialog("note");
  };
  return (
    <Dialog
      title={t("merge.title")}
      width={860}
      onCancel={closeDialog}
      footer={[
        <Button key="pick" onClick={() => void pick()}>
          {t("merge.pick")}
        </Button>,
        <Button key="apply" type="primary" disabled={view === null || open > 0} onClick={() => void apply()}>
          {t("merge.apply")}
        </Button>,
      ]}
    >
      <p className="muted">{t("merge.lead")}</p>
      {view !== null && (
        <>
          <Alert
            type={open > 0 ? "warning" : "success"}
            showIcon
            title={t("merge.found", { common: view.common, taken: view.taken, count: conflicts.length, open })}
          />
          {view.draft !== null && (
            <Alert
              type="warning"
              showIcon
              title={t("merge.draft", { author: view.draft.author || t("revisions.unnamed") })}
            />
          )}
          {!view.whole && <p>{t("merge.apart")}</p>}
          {view.left.length > 0 && <p data-left>{t("merge.left", { places: view.left.join(t("merge.and")) })}</p>}
          {conflicts.length > 0 && (
            <div className="verify-lines">
              <table className="plain">
                <thead>
                  <tr>
                    {(["place", "base", "mine", "theirs"] as const).map((head) => (
                      <th scope="col" key={head}>
                        {t(`merge.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {conflicts.map((conflict) => (
                    <ConflictRow
                      key={conflict.path}
                      conflict={conflict}
                      choice={choices[conflict.path]}
                      choose={(side) => setChoices({ ...choices, [conflict.path]: side })}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
