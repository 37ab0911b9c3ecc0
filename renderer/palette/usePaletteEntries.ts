import { useMemo } from "react";
import type { FieldView, JsonObject, MechanismView, TextView } from "../../app/contract.ts";
import { explain } from "../explain/store.ts";
import { inBoth } from "../language/i18n.ts";
import { useLines } from "../lines/useLines.ts";
import { componentLabel } from "../pages/components.ts";
import { useEffective } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { isPortfolio, labelOf, objectsOf, textOf } from "../session/json.ts";
import { chooseScenario } from "../session/scenario.ts";
import { useSession } from "../session/store.ts";
import { useFresh } from "../session/useFresh.ts";
import { conventionSettings, projectSettings, timelineSettings } from "../settings/fields.ts";
import { goTo, goToPath, type Page } from "../shell/navigation.ts";
import { pageGroups } from "../shell/pages.ts";
import { actionEntries, keysOf } from "./actions.ts";
import type { Entry } from "./entries.ts";

const bothLabels = (item: JsonObject): TextView => ({
  zh: labelOf(item["label"], "zh") || textOf(item["id"]),
  en: labelOf(item["label"], "en") || textOf(item["id"]),
});

function pageEntries(): readonly Entry[] {
  const pages: readonly Page[] = [...pageGroups.flatMap(({ entries }) => entries.map(({ page }) => page)), "rules"];
  return pages.map((page) => ({
    ...{ id: `page ${page}`, kind: "page", label: inBoth(`page.${page}`), run: () => goTo({ page }) },
    ...keysOf(`page.${page}`),
  }));
}

function componentEntries(components: readonly JsonObject[], mechanisms: readonly MechanismView[]): readonly Entry[] {
  return components.flatMap((component): readonly Entry[] => {
    const id = textOf(component["id"]);
    const mechanism = mechanisms.find((one) => one.id === textOf(component["mechanism"]));
    const label = { zh: componentLabel(component, mechanism, "zh"), en: componentLabel(component, mechanism, "en") };
    const path = (field: FieldView) => `components/${id}/inputs/${field.name}`;
    return [
      {
        ...{ id: `component ${id}`, kind: "component", label, where: mechanism?.title, code: id },
        run: () => goTo({ page: "components", item: id }),
      },
      ...(mechanism?.fields ?? []).map(
        (field): Entry => ({
          ...{ id: `input ${path(field)}`, kind: "input", label: field.label, where: label },
          ...{ code: `${id}.${field.name}`, run: () => goToPath(path(field)) },
        }),
      ),
    ];
  });
}

function listEntries(document: JsonObject): readonly Entry[] {
  const listed = (list: string, kind: Entry["kind"]) =>
    objectsOf(document[list]).map((item): Entry => {
      const id = textOf(item["id"]);
      return { id: `${list} ${id}`, kind, label: bothLabels(item), code: id, run: () => goToPath(`${list}/${id}`) };
    });
  const settings = (root: "project" | "timeline" | "conventions", fields: readonly FieldView[]) =>
    fields.map(
      (field): Entry => ({
        ...{ id: `setting ${root}/${field.name}`, kind: "setting", label: field.label, where: inBoth(`page.${root}`) },
        run: () => goToPath(`${root}/${field.name}`),
      }),
    );
  return [
    ...listed("parties", "party"),
    ...listed("records", "record"),
    ...listed("customLines", "line"),
    ...settings("project", projectSettings()),
    ...settings("timeline", timelineSettings()),
    ...settings("conventions", conventionSettings()),
  ];
}

/** What is computed: verdicts and indicators on the board, tables, lines. */
function useResultEntries(): readonly Entry[] {
  const board = useSession((state) => state.board);
  const session = useSession((state) => state.session?.session);
  const scenario = useSession((state) => state.scenario);
  const pooled = useSession((state) => isPortfolio(state.session?.document));
  const { view: lines } = useLines("year");
  const key = session === undefined || pooled ? null : `${session} ${scenario} tables`;
  const { view: tables } = useFresh(key, () =>
    call("statements", { session: session ?? "", scenario, by: "year", id: "plan" }),
  );
  return useMemo(
    () => [
      ...(board?.verdicts ?? []).map(
        ({ id, title, cell, definition }): Entry => ({
          ...{ id: `verdict ${id}`, kind: "verdict", label: { zh: `${id} ${title.zh}`, en: `${id} ${title.en}` } },
          where: definition,
          run: () => explain(cell ?? `verdict.${id}`, `${id} ${title.zh}`),
        }),
      ),
      ...(board?.indicators ?? []).map(
        ({ id, label, cell }): Entry => ({
          ...{ id: `indicator ${id}`, kind: "indicator", label, code: id, run: () => explain(cell ?? id, label.zh) },
        }),
      ),
      ...(tables?.offered ?? []).map(
        ({ id, title }): Entry => ({
          ...{ id: `table ${id}`, kind: "table", label: { zh: title, en: title }, code: id },
          run: () => goTo({ page: "statements", item: id }),
        }),
      ),
      ...(lines?.lines ?? []).map(
        ({ id, label }): Entry => ({
          ...{ id: `line ${id}`, kind: "line", label, code: id, run: () => explain(id, label.zh) },
        }),
      ),
    ],
    [board, tables, lines],
  );
}

/** Everything there is to go to or to do, of the model that is open. */
export function usePaletteEntries(): readonly Entry[] {
  const document = useEffective();
  const isOpen = useSession((state) => state.session !== null);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const scenarios = useSession((state) => state.scenarios);
  const results = useResultEntries();
  return useMemo(() => {
    const isPooled = isPortfolio(document);
    const actions = actionEntries({ isOpen, readOnly, isPooled });
    if (!isOpen || isPooled) return actions;
    return [
      ...pageEntries(),
      ...actions,
      ...scenarios.map(
        ({ id, label }): Entry => ({
          ...{ id: `scenario ${id}`, kind: "scenario", label: { zh: label, en: label }, code: id },
          run: () => void chooseScenario(id),
        }),
      ),
      ...componentEntries(objectsOf(document["components"]), mechanisms ?? []),
      ...listEntries(document),
      ...results,
    ];
  }, [document, isOpen, readOnly, mechanisms, scenarios, results]);
}
