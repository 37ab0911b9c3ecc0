import { Select } from "antd";
import { useState } from "react";
import type { BidsView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { SCROLLED } from "./scrolled.ts";

/** One bid over the years: what it pays the owner, and the bidder's own cash flow. */
export function YearLines({ view }: { readonly view: BidsView }) {
  const { t, pick } = useWords();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const bid = view.bids.find(({ id }) => id === chosen) ?? view.bids[0];
  if (bid === undefined) return null;
  return (
    <>
      <Select
        className="bids-choose"
        aria-label={t("bids.bid")}
        value={bid.id}
        onChange={setChosen}
        options={view.bids.map(({ id, bidder }) => ({ value: id, label: `${id} ${bidder}` }))}
      />
      <section className="bids-frame" aria-label={t("bids.tabYears")} {...SCROLLED}>
        <DataTable className="bids-matrix">
          <thead>
            <tr>
              <th scope="col">{t("bids.item")}</th>
              {view.years.map(({ period, label }) => (
                <th key={period} scope="col">
                  {pick(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.lines
              .filter((line) => line.bid === bid.id)
              .map(({ id, label, unit, values }) => (
                <tr key={id}>
                  <th scope="row" title={pick(label)}>
                    {pick(label)}
                  </th>
                  {values.map((value, index) => {
                    const period = view.years[index]?.period ?? "";
                    return (
                      <td key={period} className="number">
                        <WhyButton cell={`${id}@${period}`} label={pick(label)}>
                          <Figure value={value} unit={unit} />
                        </WhyButton>
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </DataTable>
      </section>
    </>
  );
}
