import { useMemo, useState } from "react";
import type { FlowView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { displayOf } from "../numbers/units.ts";
import { Pictured } from "../picture/Pictured.tsx";
import { usePreferences } from "../preferences/store.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { FlowTable } from "./FlowTable.tsx";
import { Panel } from "./Panel.tsx";
import { SankeyChart } from "./SankeyChart.tsx";
import { sankeyPicture } from "./sankey.ts";
import { type View, ViewSwitch } from "./ViewSwitch.tsx";

const insideRoles = new Set(["entity", "spv"]);

/** Who pays whom over the whole life, with what is missing drawn as a gap. */
export function SourcesUses({ flows }: { readonly flows: readonly FlowView[] }) {
  const { t } = useWords();
  const [view, setView] = useState<View>("chart");
  const parties = useDocument()["parties"];
  const money = usePreferences((state) => state.money);
  const picture = useMemo(() => {
    const inside = objectsOf(parties).filter((party) =>
      typeof party["inProject"] === "boolean" ? party["inProject"] : insideRoles.has(textOf(party["role"])),
    );
    return sankeyPicture(flows, new Set(inside.map((party) => textOf(party["id"]))), t("board.surplus"));
  }, [flows, parties, t]);
  const { unit } = displayOf("CNY", money, t);
  return (
    <Panel
      title={`${t("board.flows")} (${unit})`}
      className="flows"
      tools={<ViewSwitch value={view} label={t("board.flowsView")} onChange={setView} />}
    >
      {flows.length === 0 && <p className="muted">{t("board.noFlows")}</p>}
      {flows.length > 0 && view === "chart" && (
        <Pictured title={t("board.flows")} unit={unit}>
          <SankeyChart picture={picture} />
        </Pictured>
      )}
      {flows.length > 0 && view === "table" && <FlowTable flows={flows} />}
    </Panel>
  );
}
