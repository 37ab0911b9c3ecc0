import type { CashPicture } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { DataTable } from "../tables/DataTable.tsx";

function Cell(props: { readonly value: number | undefined; readonly line: string; readonly year: string }) {
  return (
    <td>
      <WhyButton cell={`${props.line}@${props.year}`} label={props.year}>
        <Figure value={props.value ?? null} unit="CNY" />
      </WhyButton>
    </td>
  );
}

/** The cash picture as a table; every number can be asked about. */
export function CashTable({ cash }: { readonly cash: CashPicture }) {
  const { t } = useWords();
  const { need } = cash;
  const mark = (year: string) =>
    [
      year === cash.breakEvenYear ? t("board.breakEven") : "",
      year === cash.deepestYear ? t("board.deepest") : "",
      ...cash.phases.filter((phase) => phase.fromYear <= year && year <= phase.toYear).map((phase) => phase.label),
    ]
      .filter((word) => word !== "")
      .join(" · ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className="scroll table-scroll" tabIndex={0}>
      <DataTable className="plain figures">
        <thead>
          <tr>
            <th scope="col">{t("board.year")}</th>
            <th scope="col">{t("board.inflow")}</th>
            <th scope="col">{t("board.outflow")}</th>
            <th scope="col">{t("board.net")}</th>
            <th scope="col">{t("board.cumulative")}</th>
            {need !== undefined && <th scope="col">{t("board.need")}</th>}
            <th scope="col" className="words">
              {t("board.remark")}
            </th>
          </tr>
        </thead>
        <tbody>
          {cash.years.map((year, index) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <Cell value={cash.inflow[index]} line={cash.lines.inflow} year={year} />
              <Cell value={cash.outflow[index]} line={cash.lines.outflow} year={year} />
              <Cell value={cash.net[index]} line={cash.lines.net} year={year} />
              <Cell value={cash.cumulative[index]} line={cash.lines.cumulative} year={year} />
              {need !== undefined && <Cell value={need.values[index]} line={need.line} year={year} />}
              <td className="remark">{mark(year)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
