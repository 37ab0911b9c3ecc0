import { Button, Input, Select } from "antd";
import { useState } from "react";
import type { JsonObject } from "../../app/contract.ts";
import { RemoveButton } from "../forms/RemoveButton.tsx";
import { useWords } from "../language/i18n.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { correlate } from "./uncertainty.ts";

/** 秩相关: pairs of uncertain inputs that go together. */
export function Correlations({ list }: { readonly list: readonly JsonObject[] }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const pairs = list.flatMap((one) =>
    objectsOf(one["correlations"]).map((pair) => ({ one, other: textOf(pair["with"]), rank: textOf(pair["rank"]) })),
  );
  return (
    <section className="simulation-part">
      <h3>{t("simulate.correlations")}</h3>
      <p className="muted">{t("simulate.correlationsHint")}</p>
      <ul className="correlations">
        {pairs.map(({ one, other, rank }) => (
          <li key={`${textOf(one["id"])} ${other}`}>
            {textOf(one["id"])} – {other} <span className="figure">{rank}</span>{" "}
            {!readOnly && <RemoveButton remove={() => correlate(one, other, undefined)} />}
          </li>
        ))}
      </ul>
      {!readOnly && <AddPair list={list} />}
    </section>
  );
}

function AddPair({ list }: { readonly list: readonly JsonObject[] }) {
  const { t } = useWords();
  const [a, setA] = useState<string | null>(null);
  const [b, setB] = useState<string | null>(null);
  const [rank, setRank] = useState("");
  const options = list.map((one) => ({ value: textOf(one["id"]), label: textOf(one["id"]) }));
  const first = list.find((one) => one["id"] === a);
  const add = () => {
    if (first === undefined || b === null) return;
    correlate(first, b, rank.trim());
    setRank("");
  };
  return (
    <div className="row correlation-add">
      {[
        { value: a, set: setA },
        { value: b, set: setB },
      ].map(({ value, set }, i) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: the two ends of a pair
          key={i}
          size="small"
          className="uncertain-kind"
          aria-label={`${t("simulate.correlations")} ${i + 1}`}
          value={value}
          options={options}
          onChange={set}
        />
      ))}
      <Input
        size="small"
        className="uncertain-number"
        aria-label={t("simulate.correlated")}
        placeholder="0.5"
        value={rank}
        onChange={(event) => setRank(event.target.value)}
        onPressEnter={add}
      />
      <Button size="small" disabled={a === null || b === null || a === b || rank.trim() === ""} onClick={add}>
        {t("simulate.addCorrelation")}
      </Button>
    </div>
  );
}
