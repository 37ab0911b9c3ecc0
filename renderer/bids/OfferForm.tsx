import { Button, Select } from "antd";
import { useState } from "react";
import type { JsonObject } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { beginExport } from "../exchange/exporting.ts";
import { TableControl } from "../forms/TableControl.tsx";
import { inBoth, useWords, type WordKey } from "../language/i18n.ts";
import { SettingsForm } from "../pages/SettingsForm.tsx";
import { edit } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { useFixed } from "../session/frozen.ts";
import { freshId } from "../session/ids.ts";
import { textOf } from "../session/json.ts";
import {
  bidFields,
  bondFields,
  capitalColumns,
  consortiumColumns,
  deviationColumns,
  feeFields,
  investmentColumns,
  labelColumns,
  priceColumns,
  promiseColumns,
  shareColumns,
  shareLimits,
} from "./fields.ts";
import { namedIn } from "./named.ts";
import { Rows } from "./Rows.tsx";
import { SolveButton } from "./SolveButton.tsx";
import { YearlyField } from "./Yearly.tsx";

/** Bids as forms, one at a time. */
export function OfferForm({
  ids,
  onSolve,
}: {
  readonly ids: readonly JsonObject[];
  readonly onSolve: ((id: string) => void) | undefined;
}) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const readOnly = useFixed("bids");
  const names = ids.map((bid) => textOf(bid["id"]));
  const id = names.find((name) => name === chosen) ?? names[0];
  const add = () => {
    const fresh = freshId("bid", names);
    setChosen(fresh);
    edit([{ path: `bids/${fresh}`, value: { id: fresh } }], { label: inBoth("bids.added") });
  };
  return (
    <>
      <div className="bids-tabs">
        <Select
          className="bids-choose"
          aria-label={t("bids.bid")}
          value={id ?? null}
          onChange={(next: string | null) => setChosen(next ?? undefined)}
          options={ids.map((bid) => ({
            value: textOf(bid["id"]),
            label: `${textOf(bid["id"])} ${textOf(bid["bidder"])}`,
          }))}
        />
        <Button disabled={readOnly} onClick={add}>
          {t("bids.addBid")}
        </Button>
        {id !== undefined && onSolve && (
          <SolveButton id={id} bidder={textOf(ids.find((bid) => bid["id"] === id)?.["bidder"])} onSolve={onSolve} />
        )}
        {id !== undefined && (
          <Button onClick={() => beginExport({ form: "bidForm", bid: id })}>{t("bids.giveFormOf")}</Button>
        )}
        {id !== undefined && (
          <Button
            type="text"
            disabled={readOnly}
            onClick={() => edit([{ path: `bids/${id}` }], { label: inBoth("bids.removed") })}
          >
            {t("bids.removeBid")}
          </Button>
        )}
      </div>
      {id !== undefined && <Offer key={id} root={`bids/${id}`} />}
    </>
  );
}

function Table(props: {
  readonly path: string;
  readonly called: WordKey;
  readonly columns: Parameters<typeof TableControl>[0]["columns"];
  readonly stem: string;
  readonly blank?: JsonObject;
}) {
  const { t } = useWords();
  const { path, called, columns, stem, blank = {} } = props;
  return (
    <Panel title={t(called)} className={columns.length > 4 ? "wide" : ""}>
      <TableControl path={path} label={inBoth(called)} columns={columns} stem={stem} blank={blank} />
    </Panel>
  );
}

function Offer({ root }: { readonly root: string }) {
  const { t } = useWords();
  const document = useDocument();
  const of = (list: string) => namedIn(document, `tender/notice/${list}`);
  const revenues = of("revenues").map(({ id, label }) => ({ word: id, label }));
  const at = (path: string) => `${root}/${path}`;
  const asked = { name: "amounts", label: inBoth("bids.amount") };
  return (
    <div className="bids-two">
      <Panel title={t("bids.bid")}>
        <SettingsForm root={root} settings={bidFields()} />
        <YearlyField path={at("fee/amounts")} label={inBoth("bids.fee")} />
        <SettingsForm root={root} settings={feeFields()} />
      </Panel>
      <Panel title={t("bids.bonds")}>
        <SettingsForm root={root} settings={bondFields()} />
        <SettingsForm root={root} settings={shareLimits()} />
      </Panel>
      <Table
        path={at("shares")}
        called="bids.shares"
        columns={shareColumns(revenues)}
        stem="s"
        blank={{ of: "total", rate: "0" }}
      />
      <Panel title={t("bids.subsidies")}>
        <Rows
          path={at("subsidies")}
          of={of("subsidies")}
          columns={priceColumns().slice(1)}
          blank={{ amounts: "0" }}
          yearly={asked}
          none="bids.notPrinted"
        />
      </Panel>
      <Table
        path={at("capital")}
        called="bids.capital"
        columns={capitalColumns()}
        stem="c"
        blank={{ year: 0, amount: "0" }}
      />
      <Panel title={t("bids.prices")}>
        <Rows
          path={at("prices")}
          of={of("services")}
          columns={priceColumns()}
          blank={{ price: "0" }}
          none="bids.notPrinted"
        />
      </Panel>
      <Panel title={t("bids.kpis")}>
        <Rows
          path={at("kpis")}
          of={of("kpis")}
          columns={promiseColumns()}
          blank={{ promise: "0" }}
          none="bids.notPrinted"
        />
      </Panel>
      <YearlyList path={at("borne")} called="bids.borneBid" stem="o" />
      <Table
        path={at("consortium")}
        called="bids.consortium"
        columns={consortiumColumns()}
        stem="m"
        blank={{ name: "", share: "0" }}
      />
      <Table
        path={at("deviations")}
        called="bids.deviations"
        columns={deviationColumns()}
        stem="d"
        blank={{ text: "" }}
      />
      <Panel title={t("bids.ownRevenues")}>
        <Rows
          path={at("own/revenues")}
          of={of("revenues")}
          columns={[]}
          yearly={{ ...asked, word: { value: "reference", shown: t("bids.reference") } }}
          none="bids.notPrinted"
        />
      </Panel>
      <YearlyList path={at("own/costs")} called="bids.ownCosts" stem="cost" />
      <Table
        path={at("own/investments")}
        called="bids.ownInvestments"
        columns={investmentColumns()}
        stem="i"
        blank={{ year: 0, amount: "0" }}
      />
    </div>
  );
}

/** Rows of the bidder's or owner's own choice, each with amounts by year. */
export function YearlyList({
  path,
  called,
  stem,
}: {
  readonly path: string;
  readonly called: WordKey;
  readonly stem: string;
}) {
  const { t } = useWords();
  const rows = namedIn(useDocument(), path);
  return (
    <Panel title={t(called)}>
      <TableControl path={path} label={inBoth(called)} columns={labelColumns()} stem={stem} blank={{}} />
      <Rows path={path} of={rows} columns={[]} yearly={{ name: "amounts", label: inBoth("bids.amount") }} />
    </Panel>
  );
}
