import { useState } from "react";
import type { DrawnFigureView, SimulationView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { FigureDetail } from "./FigureDetail.tsx";

const PLACES = [1, 3, 5] as const;
const NAMES = { 1: "P10", 3: "P50", 5: "P90" } as const;

/** Distributions of the figures; one opened, with its histogram, what drives it and how it converges. */
export function Figures({ answer }: { readonly answer: SimulationView }) {
  const { t } = useWords();
  const [open, setOpen] = useState(answer.figures[0]?.name ?? "");
  const shown = answer.figures.find(({ name }) => name === open) ?? answer.figures[0];
  return (
    <section className="simulation-part">
      <h3>{t("simulate.distribution")}</h3>
      <DataTable className="plain">
        <thead>
          <tr>
            <th scope="col">{t("simulate.figure")}</th>
            {[
              t("simulate.base"),
              t("simulate.mean"),
              ...PLACES.map((place) => NAMES[place]),
              t("simulate.missing"),
            ].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.figures.map((figure) => (
            <Row
              key={figure.name}
              figure={figure}
              scenario={answer.scenario}
              isOpen={figure === shown}
              onOpen={() => setOpen(figure.name)}
            />
          ))}
        </tbody>
      </DataTable>
      {shown?.told !== undefined && <FigureDetail figure={shown} told={shown.told} inputs={answer.inputs} />}
    </section>
  );
}

function Row({
  figure,
  scenario,
  isOpen,
  onOpen,
}: {
  readonly figure: DrawnFigureView;
  readonly scenario: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}) {
  const { t, pick } = useWords();
  const { name, label, unit, base, told, missing } = figure;
  const money = usePreferences((state) => state.money);
  const display = displayOf(unit, money, t, name);
  return (
    <tr className={isOpen ? "figure-open" : ""}>
      <td>
        <button type="button" className="line-link" aria-expanded={isOpen} onClick={onOpen}>
          {pick(label)}
        </button>
        {display.unit !== "" && <span className="muted figure-unit"> {display.unit}</span>}
      </td>
      <td className="number">
        <WhyButton cell={name} label={pick(label)} scenario={scenario}>
          <Figure value={base} unit={unit} id={name} />
        </WhyButton>
      </td>
      {[told?.mean, ...PLACES.map((place) => told?.quantiles[place])].map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
        <td key={i} className="number drawn">
          <Figure value={value} unit={unit} id={name} />
        </td>
      ))}
      <td className="number figure draws-missing">{missing}</td>
    </tr>
  );
}
