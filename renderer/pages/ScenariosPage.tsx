import { Button, Empty, Input, Popconfirm, Select } from "antd";
import type { Json, ScenarioView } from "../../app/contract.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { edit } from "../session/edit.ts";
import { currentDocument, useDocument } from "../session/effective.ts";
import { freshId } from "../session/ids.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { chooseScenario } from "../session/scenario.ts";
import { baseScenario, useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";
import { Mark } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { renameItem } from "./components.ts";
import { PageFrame } from "./PageFrame.tsx";

/** Adds a scenario over a parent, with the changes given, and chooses it. */
export function addScenario(parent: string, label: string, set: Readonly<Record<string, string>> = {}): void {
  const document = currentDocument();
  const id = freshId(
    "scenario",
    objectsOf(document["scenarios"]).map((scenario) => textOf(scenario["id"])),
  );
  const value = { id, label, ...(parent === baseScenario ? {} : { parent }), set };
  edit([{ path: `scenarios/${id}`, value }], { label: inBoth("item.added", { what: label }) });
  void chooseScenario(id);
}

function Changes({ scenario }: { readonly scenario: ScenarioView }) {
  const { t, lang } = useWords();
  const document = useDocument();
  const mechanisms = useSession((state) => state.catalogue?.mechanisms) ?? [];
  const money = usePreferences((state) => state.money);
  const inWords = (path: string, value: Json) => valueWords(value, fieldAt(document, mechanisms, path), money, t, lang);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  if (scenario.changes.length === 0)
    return <p className="muted">{t(scenario.id === baseScenario ? "scenario.isBase" : "scenario.noChanges")}</p>;
  const drop = (path: string) => {
    const place = `scenarios/${scenario.id}/set`;
    const declared = valueAt(currentDocument(), place);
    const { [path]: _, ...set } = isObject(declared) ? declared : {};
    edit([{ path: place, value: set }], { label: inBoth("edit.restore") });
  };
  return (
    <table className="plain changes">
      <thead>
        <tr>
          <th scope="col">{t("scenario.what")}</th>
          <th scope="col">{t("scenario.from")}</th>
          <th scope="col">{t("scenario.to")}</th>
          <th scope="col" aria-label={t("field.rowActions")} />
        </tr>
      </thead>
      <tbody>
        {scenario.changes.map((change) => (
          <tr key={change.path}>
            <td>
              <button
                type="button"
                className="line-link"
                title={change.path}
                onClick={() => {
                  void chooseScenario(scenario.id).then(() => goToPath(change.path));
                }}
              >
                {change.label}
              </button>
            </td>
            <td className="figure">{inWords(change.path, change.from)}</td>
            <td className="figure">{inWords(change.path, change.to)}</td>
            <td>
              <IconButton
                icon="restore"
                label={t("scenario.restore")}
                disabled={readOnly}
                onClick={() => drop(change.path)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counts({ scenario }: { readonly scenario: ScenarioView }) {
  const { t, pick } = useWords();
  const statuses = useSession((state) => state.catalogue?.statuses) ?? [];
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const declared = useDocument();
  const stored = valueAt(declared, `scenarios/${scenario.id}`) !== undefined;
  return (
    <span className="inline-field">
      <span>{t("scenario.counts")}</span>
      <Select
        mode="multiple"
        size="middle"
        className="counts"
        aria-label={t("scenario.counts")}
        disabled={readOnly || !stored}
        value={[...scenario.counts]}
        options={statuses.map((status) => ({ value: status.word, label: pick(status.label) }))}
        onChange={(counts) =>
          edit([{ path: `scenarios/${scenario.id}/counts`, value: counts }], { label: inBoth("scenario.counts") })
        }
      />
    </span>
  );
}

function Scenario({
  scenario,
  names,
}: {
  readonly scenario: ScenarioView;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { t, lang } = useWords();
  const chosen = useSession((state) => state.scenario === scenario.id);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const label = valueAt(useDocument(), `scenarios/${scenario.id}/label`);
  const isBase = scenario.id === baseScenario;
  const remove = () => {
    if (chosen) void chooseScenario(baseScenario);
    edit([{ path: `scenarios/${scenario.id}` }], { label: inBoth("item.removed", { what: scenario.label }) });
  };
  return (
    <section className={chosen ? "panel scenario chosen" : "panel scenario"} aria-label={scenario.label}>
      <header className="panel-head">
        {label === undefined || isBase ? (
          <h3>{scenario.label}</h3>
        ) : (
          <Input
            variant="borderless"
            className="rename"
            aria-label={t("item.name")}
            disabled={readOnly}
            value={labelOf(label, lang)}
            onChange={(event) => renameItem(`scenarios/${scenario.id}/label`, label, lang, event.target.value)}
          />
        )}
        {scenario.parent !== undefined && (
          <Mark tone="quiet">{t("scenario.over", { name: names.get(scenario.parent) ?? scenario.parent })}</Mark>
        )}
        <span className="grow" />
        <Counts scenario={scenario} />
        <Button
          size="small"
          disabled={readOnly}
          icon={<Icon name="branch" />}
          onClick={() => addScenario(scenario.id, t("scenario.newName"))}
        >
          {t("scenario.derive")}
        </Button>
        <Button
          size="small"
          type={chosen ? "default" : "primary"}
          disabled={chosen}
          onClick={() => void chooseScenario(scenario.id)}
        >
          {t(chosen ? "scenario.chosen" : "scenario.choose")}
        </Button>
        {!isBase && (
          <Popconfirm
            title={t("item.removeAsk")}
            okText={t("item.remove")}
            cancelText={t("app.cancel")}
            onConfirm={remove}
          >
            <Button
              size="small"
              danger
              disabled={readOnly}
              icon={<Icon name="trash" />}
              aria-label={t("item.remove")}
            />
          </Popconfirm>
        )}
      </header>
      <div className="panel-body">
        <Changes scenario={scenario} />
      </div>
    </section>
  );
}

/** 方案: patches over the model, each with what it changes. */
export function ScenariosPage() {
  const { t } = useWords();
  const scenarios = useSession((state) => state.scenarios);
  const names = new Map(scenarios.map((scenario) => [scenario.id, scenario.label]));
  return (
    <PageFrame title={t("page.scenarios")} lead={t("lead.scenarios")}>
      {scenarios.length === 0 && <Empty description={t("scenario.none")} />}
      {scenarios.map((scenario) => (
        <Scenario key={scenario.id} scenario={scenario} names={names} />
      ))}
    </PageFrame>
  );
}
