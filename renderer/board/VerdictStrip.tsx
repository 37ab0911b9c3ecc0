import { Popover, Skeleton } from "antd";
import type { VerdictView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon } from "../icons/Icon.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { useSession } from "../session/store.ts";
import { useConditions } from "./useConditions.ts";

function stateOf(verdict: VerdictView): "pass" | "fail" | "none" {
  if (verdict.pass === null) return "none";
  return verdict.pass ? "pass" : "fail";
}

const icons = { pass: "check", fail: "cross", none: "dash" } as const;

function Definition({ verdict }: { readonly verdict: VerdictView }) {
  const { t, pick } = useWords();
  const conditions = useConditions(verdict.id, verdict.pass === true);
  return (
    <div className="definition">
      <p>{pick(verdict.definition)}</p>
      <p>
        <strong>{verdict.message}</strong>
      </p>
      {conditions.map(({ path, message }) => (
        <p key={`${path} ${message}`} className="condition-text">
          {t("trust.condition")}: {message}
        </p>
      ))}
      {verdict.firstFailing !== undefined && (
        <p className="fail-text">{t("verdict.firstFailing", { when: verdict.firstFailing })}</p>
      )}
      {(verdict.cell ?? verdict.lines[0]) !== undefined && <p className="muted">{t("verdict.click")}</p>}
    </div>
  );
}

/** Which kind of "no verdict" it is. */
function noneWord({ reason }: VerdictView, t: Translate): string {
  return reason === undefined ? t("verdict.none") : t(`verdict.reasons.${reason}`);
}

function Margin({ verdict, brief }: { readonly verdict: VerdictView; readonly brief: boolean }) {
  const { t } = useWords();
  if (verdict.pass === null && verdict.entered !== undefined && !brief)
    return (
      <span className="margin muted entered">
        {t("missing.entered")}{" "}
        <Figure value={verdict.entered.value} unit={verdict.entered.unit} id={verdict.id} withUnit brief />
      </span>
    );
  if (verdict.pass === null) return <span className="margin muted">{noneWord(verdict, t)}</span>;
  if (verdict.margin === undefined) return <span className="margin muted">{t(`verdict.${stateOf(verdict)}`)}</span>;
  return (
    <span className="margin">
      <Figure value={verdict.margin} unit={verdict.unit ?? "1"} id={verdict.id} withUnit brief={brief} />
    </span>
  );
}

interface LightProps {
  readonly verdict: VerdictView;
  readonly compact: boolean;
  /** Where Tab meets the strip; arrows go on from there. */
  readonly first: boolean;
}

function Light({ verdict, compact, first }: LightProps) {
  const { t, pick } = useWords();
  const state = stateOf(verdict);
  const [line] = verdict.lines;
  const cell = verdict.cell ?? line;
  const title = pick(verdict.title);
  const conditional = useConditions(verdict.id, verdict.pass === true).length > 0;
  // What it hangs on is not known before the book of record is through: until then it is not green.
  const pending = useSession(({ agreement }) => agreement === null) && state === "pass";
  return (
    <Popover
      title={`${verdict.id} ${title}`}
      content={<Definition verdict={verdict} />}
      mouseEnterDelay={0.3}
      placement="bottom"
      trigger={["hover", "focus"]}
    >
      <button
        type="button"
        tabIndex={first ? 0 : -1}
        data-reason={verdict.reason}
        className={`light ${state}${conditional ? " conditional" : ""}${pending ? " pending" : ""}`}
        data-verdict={verdict.id}
        data-state={state}
        data-conditional={conditional}
        data-pending={pending}
        onClick={() => cell !== undefined && explain(cell, title)}
      >
        <span className="light-head">
          <span className="light-mark">
            <Icon name={icons[state]} size={11} />
          </span>
          <span className="light-id">{verdict.id}</span>
          <span className="light-title">{title}</span>
          {compact && <Margin verdict={verdict} brief />}
        </span>
        {!compact && <Margin verdict={verdict} brief={false} />}
        {conditional && <span className="condition-mark">{t("trust.conditional")}</span>}
        <span className="unseen">
          {state === "none" ? noneWord(verdict, t) : t(`verdict.${state}`)} {conditional && t("trust.conditional")}{" "}
          {pending && t("trust.pendingMark")} {verdict.message}
        </span>
      </button>
    </Popover>
  );
}

/** The nine verdicts with their margins; the same strip, lower, stays above every form while one types. */
export function VerdictStrip({ compact = false }: { readonly compact?: boolean }) {
  const { t } = useWords();
  const board = useSession((state) => state.board);
  const version = useSession((state) => state.session?.version);
  const failed = useSession((state) => state.boardProblems.length > 0);
  if (!board) return failed ? null : <Skeleton active title={false} paragraph={{ rows: compact ? 1 : 2 }} />;
  const stale = board.version !== version;
  return (
    <section
      className={`strip${compact ? " compact" : ""}${stale ? " stale" : ""}`}
      aria-label={t("verdict.strip")}
      data-version={board.version}
      data-rove=".light"
    >
      {board.verdicts.map((verdict, at) => (
        <Light key={verdict.id} verdict={verdict} compact={compact} first={at === 0} />
      ))}
    </section>
  );
}
