import type { FlowView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { gapId } from "./sankey.ts";

/** Payer, payee and amount over the life; every amount can be asked about. */
export function FlowTable({ flows }: { readonly flows: readonly FlowView[] }) {
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="scroll table-scroll" tabIndex={0}>
      <DataTable className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("board.payer")}</th>
            <th scope="col" className="words">
              {t("board.payee")}
            </th>
            <th scope="col">{t("board.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={`${flow.from} ${flow.to}`} className={flow.from === gapId ? "gap-row" : ""}>
              <td className="words party">{flow.fromLabel}</td>
              <td className="words party">{flow.toLabel}</td>
              <td>
                <WhyButton cell={flow.line} label={`${flow.fromLabel} → ${flow.toLabel}`}>
                  <Figure value={flow.amount} unit="CNY" />
                </WhyButton>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
