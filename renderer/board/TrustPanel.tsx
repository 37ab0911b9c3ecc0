import { useState } from "react";
import type { TrustPointView, TrustView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { Panel } from "./Panel.tsx";

const ROWS_MAX = 5;

interface Row {
  readonly point: TrustPointView;
  /** Further points of the same component. */
  readonly more: number;
}

/** Points of one component and grade in one row, conditions first. */
export function rowsOf({ points }: TrustView): readonly Row[] {
  const groups = new Map<string, Row>();
  for (const point of points) {
    const [kind, id] = point.path.split("/");
    // What is assumed is told once for all of it, so that it is no further point of its component.
    const key = `${point.grade} ${kind === "components" && point.kind !== "draft" ? id : point.path}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? { point, more: 0 } : { ...known, more: known.more + 1 });
  }
  return [...groups.values()];
}

function PointRow({ row: { point, more } }: { readonly row: Row }) {
  const { t } = useWords();
  const jump = () => {
    if (!goToPath(point.path) && point.path.includes(".")) explain(point.path);
  };
  const condition = point.grade === "condition";
  return (
    <li>
      <button
        type="button"
        className={`problem trust-${point.grade}`}
        data-kind={point.kind}
        title={point.message}
        onClick={jump}
      >
        <Icon name={condition ? "warn" : "dash"} />
        <span>
          {condition && point.verdicts.length > 0 && <strong>{point.verdicts.join(" ")} </strong>}
          {point.message}
          {point.amount !== null && (
            <>
              {" "}
              <Figure value={point.amount} unit={point.unit ?? "CNY"} id={point.path} withUnit />
            </>
          )}
          {more > 0 && <span className="muted"> {t("trust.alike", { count: more })}</span>}
        </span>
      </button>
    </li>
  );
}

/** What stands beside the verdicts: conditions and notes, few words. Until the book of record is through it says so and colours nothing. */
export function TrustPanel() {
  const { t } = useWords();
  const agreement = useSession((state) => state.agreement);
  const failed = useSession((state) => state.boardProblems.length > 0);
  const [all, setAll] = useState(false);
  if (failed) return null;
  if (!agreement)
    return (
      <Panel title={t("trust.title")} className="trust">
        <p className="muted" data-trust="checking">
          {t("trust.checking")}
        </p>
      </Panel>
    );
  const { trust } = agreement;
  const rows = rowsOf(trust);
  const more = rows.length - ROWS_MAX;
  const shown = all ? rows : rows.slice(0, ROWS_MAX);
  return (
    <Panel title={t("trust.title")} className="trust">
      {trust.clean && (
        <p className="all-clear" data-trust="clean">
          <Icon name="check" /> {t("trust.clean")}
        </p>
      )}
      <ul>
        {shown.map((row) => (
          <PointRow key={`${row.point.grade} ${row.point.path} ${row.point.message}`} row={row} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="line-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("trust.fewer") : t("trust.more", { count: more })}
        </button>
      )}
    </Panel>
  );
}
