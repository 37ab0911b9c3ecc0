import type { DiffView, Json, PlanView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";

const signs = { true: "✓", false: "✗", null: "–" } as const;

interface Heads {
  /** What the two states are called, where they are not the old and the new. */
  readonly heads?: readonly [string, string];
}

/** Verdicts and indicators that did not stay what they were. */
function Moved({ before, after, heads }: Pick<DiffView, "before" | "after"> & Heads) {
  const { t, pick } = useWords();
  const [headBefore, headAfter] = heads ?? [t("diff.before"), t("diff.after")];
  const verdicts = before.verdicts.flatMap((verdict) => {
    const now = after.verdicts.find(({ id }) => id === verdict.id);
    return now?.pass === verdict.pass && now.margin === verdict.margin ? [] : [{ own: verdict, other: now }];
  });
  const indicators = before.indicators.flatMap((indicator) => {
    const now = after.indicators.find(({ id }) => id === indicator.id);
    return now?.value === indicator.value ? [] : [{ own: indicator, other: now }];
  });
  if (verdicts.length + indicators.length === 0) return <p className="muted">{t("diff.unmoved")}</p>;
  return (
    <DataTable className="plain figures" aria-label={t("diff.verdicts")}>
      <thead>
        <tr>
          <th scope="col">{t("diff.verdicts")}</th>
          <th scope="col">{headBefore}</th>
          <th scope="col">{headAfter}</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(({ own, other }) => (
          <tr key={own.id} data-moved={own.id}>
            <th scope="row">
              {own.id} {pick(own.title)}
            </th>
            <Light verdict={own} />
            <Light verdict={other} />
          </tr>
        ))}
        {indicators.map(({ own, other }) => (
          <tr key={own.id}>
            <th scope="row">{pick(own.label)}</th>
            <td>
              <Figure value={own.value} unit={own.unit} id={own.id} withUnit />
            </td>
            <td>
              <Figure value={other?.value} unit={own.unit} id={own.id} withUnit />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Light({ verdict }: { readonly verdict: PlanView["verdicts"][number] | undefined }) {
  const pass = verdict?.pass ?? null;
  return (
    <td title={verdict?.message}>
      <span className={pass === null ? "muted" : pass ? "pass-text" : "fail-text"}>{signs[`${pass}`]}</span>{" "}
      {verdict?.margin != null && <Figure value={verdict.margin} unit={verdict.unit ?? "1"} id={verdict.id} />}
    </td>
  );
}

/** What changed, place by place, and what it did. */
export function Difference({ answer: { changes, before, after }, heads }: { readonly answer: DiffView } & Heads) {
  const { t } = useWords();
  const inWords = useValueWords();
  // A whole item is told by its label; its parts are a click away.
  const words = (path: string, value: Json) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value
      ? t("diff.whole")
      : inWords(path, value);
  const moved = <Moved before={before} after={after} {...(heads === undefined ? {} : { heads })} />;
  if (heads !== undefined) return <div className="difference">{moved}</div>;
  if (changes.length === 0) return <p className="muted">{t("diff.none")}</p>;
  return (
    <div className="difference" data-changes={changes.length}>
      <DataTable className="plain">
        <thead>
          <tr>
            <th scope="col">{t("diff.kind")}</th>
            <th scope="col">
              {t("diff.place")} · {t("diff.count", { count: changes.length })}
            </th>
            <th scope="col">{t("diff.before")}</th>
            <th scope="col">{t("diff.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kindLabel, path, label, before: own, after: other }) => (
            <tr key={path}>
              <td className="party">{kindLabel}</td>
              <th scope="row">
                <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
                  {label}
                </button>
              </th>
              <td>{words(path, own)}</td>
              <td>{words(path, other)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {moved}
    </div>
  );
}
