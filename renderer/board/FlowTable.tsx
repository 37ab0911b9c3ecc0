import type { FlowView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { gapId } from "./sankey.ts";

/** Payer, payee and amount over the life, with the lines each flow is made of. */
export function FlowTable({ flows }: { readonly flows: readonly FlowView[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="scroll table-scroll" tabIndex={0}>
      <table className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("board.payer")}</th>
            <th scope="col">{t("board.payee")}</th>
            <th scope="col">{t("board.amount")}</th>
            <th scope="col">{t("board.madeOf")}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={`${flow.from} ${flow.to}`} className={flow.from === gapId ? "gap-row" : ""}>
              <td className="words">{flow.fromLabel}</td>
              <td className="words">{flow.toLabel}</td>
              <td>
                <Figure value={flow.amount} unit="CNY" />
              </td>
              <td className="words">
                {flow.lines.map((line) => (
                  <button key={line} type="button" className="line-link" onClick={() => explain(line)}>
                    {line}
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
