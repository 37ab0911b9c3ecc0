import { explain } from "../explain/store.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { type TrustRow, trustRows } from "./trustRows.ts";

function PointRow({ row: { point, more } }: { readonly row: TrustRow }) {
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

/** What stands behind the verdicts: missing, uncounted, changed, open, drafted, found; each opens its place. */
export function TrustList({ id }: { readonly id: string }) {
  const { t } = useWords();
  const trust = useSession((state) => state.agreement?.trust);
  if (trust === undefined) return null;
  return (
    <ul id={id} className="trust-list" aria-label={t("trust.title")}>
      {trustRows(trust).map((row) => (
        <PointRow key={`${row.point.grade} ${row.point.path} ${row.point.message}`} row={row} />
      ))}
    </ul>
  );
}
