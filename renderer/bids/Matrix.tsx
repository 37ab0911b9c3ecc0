import { Fragment } from "react";
import type { BidCellView, BidsView, ComplianceView, TextView } from "../../app/contract.ts";
import { WhyButton } from "../explain/WhyButton.tsx";
import { useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { displayOf } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { SolveButton } from "./SolveButton.tsx";
import { SCROLLED } from "./scrolled.ts";
import { unitOf } from "./unitOf.ts";

/** Rows that decide. */
const STRONG = new Set(["npv", "equivalent", "against"]);

/** All bids side by side: a bid a column, what is compared a row, the first column and the heads stay. */
export function Matrix({ view, onSolve }: { readonly view: BidsView; readonly onSolve: (id: string) => void }) {
  const { t } = useWords();
  return (
    <section className="bids-frame" aria-label={t("bids.tabCompare")} {...SCROLLED}>
      <DataTable className="bids-matrix">
        <thead>
          <tr>
            <th scope="col">{t("bids.item")}</th>
            <th scope="col">{t("bids.unit")}</th>
            {view.bids.map(({ id, bidder, answers }) => (
              <th key={id} scope="col" title={bidder}>
                <span className="bid-id">{id}</span> {bidder} <SolveButton id={id} bidder={bidder} onSolve={onSolve} />
                {answers !== true && (
                  <div className="bid-warning">{t(answers === false ? "bids.answersNot" : "bids.answersUnsaid")}</div>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.groups.map(({ id, rows }) => (
            <Fragment key={id}>
              <GroupHead words={t(`bids.group.${id}`)} columns={view.bids.length} />
              {rows.map(({ name, label, unit, cells }) => (
                <Row
                  key={name}
                  label={label}
                  unit={unitOf({ name, unit })}
                  name={name}
                  strong={STRONG.has(name)}
                  cells={cells}
                  bids={view.bids.map((bid) => bid.id)}
                />
              ))}
            </Fragment>
          ))}
          <Compliance view={view} />
        </tbody>
      </DataTable>
      {view.benchmark && (
        <p className="bids-benchmark">
          {t("bids.benchmark")}{" "}
          {[view.benchmark.npv, view.benchmark.equivalent].map((cell) => (
            <Value key={cell.cell} cell={cell} unit="CNY" name="" label={t("bids.benchmark")} withUnit />
          ))}
        </p>
      )}
      <Deviations view={view} />
    </section>
  );
}

function GroupHead({ words, columns }: { readonly words: string; readonly columns: number }) {
  return (
    <tr className="bids-group">
      <th scope="rowgroup">{words}</th>
      <td colSpan={columns + 1} />
    </tr>
  );
}

function Row(props: {
  readonly label: TextView;
  readonly unit: string;
  readonly name: string;
  readonly strong: boolean;
  readonly cells: readonly BidCellView[];
  readonly bids: readonly string[];
}) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { label, unit, name, strong, cells, bids } = props;
  return (
    <tr className={strong ? "strong" : undefined}>
      <th scope="row" title={pick(label)}>
        {pick(label)}
      </th>
      <td className="unit">{displayOf(unit, money, t, name).unit}</td>
      {cells.map((cell, index) => (
        <td key={bids[index]} className="number" title={cell.note === undefined ? undefined : pick(cell.note)}>
          <Value cell={cell} unit={unit} name={name} label={pick(label)} />
        </td>
      ))}
    </tr>
  );
}

function Value(props: {
  readonly cell: BidCellView;
  readonly unit: string;
  readonly name: string;
  readonly label: string;
  readonly withUnit?: boolean;
}) {
  const { cell, unit, name, label, withUnit = false } = props;
  if (cell.cell === undefined) return null;
  return (
    <WhyButton cell={cell.cell} label={label}>
      <Figure value={cell.value} unit={unit} id={name} withUnit={withUnit} />
    </WhyButton>
  );
}

const MARKS = { holds: "✓", fails: "✗", cannot_be_judged: "?" } as const;

/** What is asked of every bid, and by how much each keeps it. */
function Compliance({ view: { bids } }: { readonly view: BidsView }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const tail = (bid: string, { cell }: ComplianceView) => cell.slice(`bid.${bid}.`.length);
  const tails = [...new Set(bids.flatMap((bid) => bid.compliance.map((one) => tail(bid.id, one))))];
  const rows = tails.flatMap((name) => {
    const cells = bids.map((bid) => bid.compliance.find((one) => tail(bid.id, one) === name));
    const first = cells.find((one) => one !== undefined);
    return first === undefined ? [] : [{ name, first, cells }];
  });
  return (
    <>
      <GroupHead words={t("bids.group.compliance")} columns={bids.length} />
      {rows.map(({ name, first, cells }) => (
        <tr key={name}>
          <th scope="row" title={pick(first.label)}>
            {pick(first.label)}
          </th>
          <td className="unit">{displayOf(first.unit, money, t).unit}</td>
          {cells.map((cell, index) => (
            <td key={bids[index]?.id} className="number" title={cell?.note === undefined ? undefined : pick(cell.note)}>
              {cell !== undefined && (
                <span className={`keeps ${cell.is}`}>
                  <span title={t(`bids.${cell.is}`)}>{MARKS[cell.is]}</span>{" "}
                  <Value cell={cell} unit={cell.unit} name="" label={pick(cell.label)} />
                </span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

/** What bidders say themselves of where they depart from the notice. */
function Deviations({ view }: { readonly view: BidsView }) {
  const { t } = useWords();
  const all = view.bids.flatMap(({ id, bidder, deviations }) => deviations.map((one) => ({ id, bidder, ...one })));
  if (all.length === 0) return null;
  return (
    <ul className="bids-deviations">
      {all.map(({ id, bidder, clause, text }) => (
        <li key={`${id} ${clause} ${text}`}>
          {t("bids.deviations")} · {id} {bidder} · {clause} {text}
        </li>
      ))}
    </ul>
  );
}
