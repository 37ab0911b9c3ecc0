import { Button, Input } from "antd";
import { useState } from "react";
import type { RemarkView, SeverityView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon, type IconName } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { useFilter } from "../review/filter.ts";
import { useReviewTab } from "../review/tabs.ts";
import { momentText } from "../revisions/time.ts";
import { useSession } from "../session/store.ts";
import { Mark, type Tone } from "../shell/Mark.tsx";
import { goTo, goToPath } from "../shell/navigation.ts";
import { removeRemark, reply, setState } from "./edits.ts";

const TONES: Readonly<Record<SeverityView, Tone>> = { R: "warn", Q: "info", N: "quiet" };
const ICONS: Readonly<Record<RemarkView["state"], IconName>> = { open: "help", answered: "mark", accepted: "check" };

/** Shows what a remark is pinned to: a field, the explanation of a number, the finding. */
function open({ on, anchor }: RemarkView): void {
  if (on === "line" || on === "cell") explain(anchor);
  else if (on === "finding") {
    useFilter.setState({ answer: "fails", severity: undefined, search: anchor.split(" ")[0] ?? "" });
    useReviewTab.setState({ tab: "findings" });
    goTo({ page: "review" });
  } else goToPath(anchor);
}

function Answer({ id, disabled }: { readonly id: string; readonly disabled: boolean }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const send = () => {
    if (text.trim() === "") return;
    reply(id, text.trim());
    setText("");
  };
  return (
    <div className="row reply">
      <Input
        aria-label={t("remarks.replyPlaceholder")}
        placeholder={t("remarks.replyPlaceholder")}
        maxLength={20_000}
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={send}
      />
      <Button disabled={disabled || text.trim() === ""} onClick={send}>
        {t("remarks.reply")}
      </Button>
    </div>
  );
}

/** One remark: where, how grave, in what state, what was answered. */
export function RemarkRow({ remark }: { readonly remark: RemarkView }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { id, on, place, there, severity, state, author, at, text, replies } = remark;
  const by = (name: string) => (name === "" ? t("remarks.unnamed") : name);
  return (
    <li className={`finding remark ${state}`} data-remark={id} data-state={state}>
      <Icon name={ICONS[state]} />
      <div className="grow">
        <p className="row wrap">
          <Mark tone={TONES[severity]}>
            {t(`review.severities.${severity}`)} {severity}
          </Mark>
          <Mark tone="quiet">{t(`remarks.states.${state}`)}</Mark>
          {on === "file" ? (
            <span>{place}</span>
          ) : (
            <button type="button" className="line-link" disabled={there === false} onClick={() => open(remark)}>
              {place}
            </button>
          )}
          {there === false && <Mark tone="warn">{t("remarks.gone")}</Mark>}
          <span className="muted">
            {by(author)} {momentText(at)}
          </span>
        </p>
        <p className="remark-text">{text}</p>
        {replies.map((one) => (
          <p key={`${one.at} ${one.text}`} className="remark-text answer">
            <span className="muted">
              {t("remarks.reply")} {by(one.author)} {momentText(one.at)}
            </span>{" "}
            {one.text}
          </p>
        ))}
        <Answer id={id} disabled={readOnly} />
      </div>
      {state === "accepted" ? (
        <Button disabled={readOnly} onClick={() => setState(id, "open")}>
          {t("remarks.reopen")}
        </Button>
      ) : (
        <Button disabled={readOnly} onClick={() => setState(id, "accepted")}>
          {t("remarks.accept")}
        </Button>
      )}
      <IconButton icon="trash" label={t("remarks.remove")} disabled={readOnly} onClick={() => removeRemark(id)} />
    </li>
  );
}
