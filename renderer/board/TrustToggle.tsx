import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { trustRows } from "./trustRows.ts";

interface Props {
  readonly open: boolean;
  /** Id of the list it opens. */
  readonly list: string;
  readonly onToggle: () => void;
}

/** How many conditions and notes stand behind the answer. Until the book of record is through it says so and colours nothing. */
export function TrustToggle({ open, list, onToggle }: Props) {
  const { t } = useWords();
  const trust = useSession((state) => state.agreement?.trust);
  if (trust === undefined)
    return (
      <span className="muted" data-trust="checking">
        {t("trust.checking")}
      </span>
    );
  const rows = trustRows(trust);
  const conditions = rows.filter(({ point }) => point.grade === "condition").length;
  const notes = rows.length - conditions;
  const said = [
    conditions > 0 ? t("trust.conditions", { count: conditions }) : t("trust.clean"),
    ...(notes > 0 ? [t("trust.notes", { count: notes })] : []),
  ].join(" · ");
  const state = trust.clean ? "clean" : "conditional";
  const mark = <Icon name={trust.clean ? "check" : "warn"} />;
  if (rows.length === 0)
    return (
      <span className={`trust-toggle ${state}`} data-trust={state}>
        {mark} {said}
      </span>
    );
  return (
    <button
      type="button"
      className={`trust-toggle ${state}`}
      data-trust={state}
      aria-expanded={open}
      aria-controls={list}
      onClick={onToggle}
    >
      {mark} {said} <span aria-hidden="true">{open ? "▾" : "▸"}</span>
    </button>
  );
}
