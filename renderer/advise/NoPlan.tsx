import type { NoPlanView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { cellOfTarget } from "../levers/TargetChooser.tsx";
import { useNames } from "../levers/useNames.ts";
import { Figure } from "../numbers/Figure.tsx";
import { useSession } from "../session/store.ts";
import { goToPath } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { useChanged } from "./useChanged.ts";

/** Why there is no plan: how near each target comes, and what holds it there. */
export function NoPlan({ none, scenario }: { readonly none: NoPlanView; readonly scenario: string }) {
  const { t, pick } = useWords();
  const nameOf = useNames();
  const changed = useChanged();
  const board = useSession((state) => state.board);
  return (
    <section className="advice-none">
      <DataTable className="plain advice-effects">
        <thead>
          <tr>
            <th scope="col">{t("levers.spare")}</th>
            {(["now", "alone", "together"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`advise.reach.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {none.targets.map(({ until, ...reached }) => (
            <tr key={until}>
              <th scope="row">{until}</th>
              {(["now", "alone", "together"] as const).map((column) => (
                <td key={column} className={column === "now" ? "number" : "number planned"}>
                  <WhyButton
                    cell={column === "now" ? cellOfTarget(board, until) : undefined}
                    label={`${until} ${t("levers.spare")}`}
                    scenario={scenario}
                  >
                    <Figure
                      value={reached[column]}
                      unit={board?.verdicts.find(({ id }) => id === until)?.unit ?? "CNY"}
                      id={until}
                      withUnit
                    />
                  </WhyButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {none.binding.length > 0 && <h3>{t("advise.binding")}</h3>}
      <ul className="advice-changes">
        {none.binding.map(({ path, label, kind, now, end, by, cap, rule }) => (
          <li key={path}>
            <button type="button" className="line-link" onClick={() => goToPath(path)}>
              {nameOf(path.split("/")[1] ?? "")} · {pick(label)}
            </button>
            <span className="figure">{changed({ path, kind, now, to: end })}</span>
            <span className="muted">
              {t(`advise.ends.${by}`)} {cap} {rule === undefined ? "" : pick(rule)}
            </span>
          </li>
        ))}
      </ul>
      {none.objections.length > 0 && (
        <ul>
          {none.objections.map(({ path, message }) => (
            <li key={`${path} ${message.en}`}>{pick(message)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
