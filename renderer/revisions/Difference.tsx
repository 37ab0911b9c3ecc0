import type { DiffView, Json, PlanView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";

const signs = { true: "✓", false: "✗", null: "–" } as const;

interface Heads {
  /** What the two states are called, where they are not the old and the new. */
  readonly heads?: readonly [string, string];
  /** Both are of the model on show, which says why each figure is so; a state that is not open cannot. */
  readonly asked?: boolean;
}

/** Verdicts and indicators that did not stay what they were. */
function Moved({ before, after, heads, asked = false }: Pick<DiffView, "before" | "after"> & Heads) {
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
    <DataTable className={asked ? "plain figures" : "plain figures unopened"} aria-label={t("diff.verdicts")}>
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
            <Light verdict={own} asked={asked} />
            <Light verdict={other} asked={asked} />
          </tr>
        ))}
        {indicators.map(({ own, other }) => (
          <tr key={own.id}>
            <th scope="row">{pick(own.label)}</th>
            {[own, other].map((one, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: before and after
              <td key={place}>
                <WhyButton cell={asked ? one?.cell : undefined} label={pick(own.label)}>
                  <Figure value={one?.value} unit={own.unit} id={own.id} withUnit />
                </WhyButton>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Light({
  verdict,
  asked,
}: {
  readonly verdict: PlanView["verdicts"][number] | undefined;
  readonly asked: boolean;
}) {
  const { pick } = useWords();
  const pass = verdict?.pass ?? null;
  return (
    <td title={verdict?.message}>
      <span className={pass === null ? "muted" : pass ? "pass-text" : "fail-text"}>{signs[`${pass}`]}</span>{" "}
      {verdict?.margin != null && (
        <WhyButton cell={asked ? verdict.cell : undefined} label={`${verdict.id} ${pick(verdict.title)}`}>
          <Figure value={verdict.margin} unit={verdict.unit ?? "1"} id={verdict.id} />
        </WhyButton>
      )}
    </td>
  );
}

/** What changed, place by place, and what it did. */
export function Difference(props: { readonly answer: DiffView } & Heads) {
  const { answer, heads, asked = false } = props;
  const { changes, before, after } = answer;
  const { t } = useWords();
  const inWords = useValueWords();
  // A whole item is told by its label; its parts are a click away.
  const words = (path: string, value: Json) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value
      ? t("diff.whole")
      : inWords(path, value);
  const moved = <Moved before={before} after={after} asked={asked} {...(heads === undefined ? {} : { heads })} />;
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
