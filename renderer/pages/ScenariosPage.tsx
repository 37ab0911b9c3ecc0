import { Button, Empty, Input, Popconfirm, Select } from "antd";
import { useState } from "react";
import type { Json, PlanView, ScenarioView } from "../../app/contract.ts";
import { ComparePanel } from "../compare/ComparePanel.tsx";
import { Lights } from "../compare/Lights.tsx";
import { Troubles } from "../compare/Troubles.tsx";
import { useCompare } from "../compare/useCompare.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { usePreferences } from "../preferences/store.ts";
import { edit, flush } from "../session/edit.ts";
import { currentDocument, useDocument } from "../session/effective.ts";
import { call } from "../session/host.ts";
import { freshId } from "../session/ids.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { chooseScenario } from "../session/scenario.ts";
import { baseScenario, getSession, useSession } from "../session/store.ts";
import { fieldAt, valueWords } from "../settings/lookup.ts";
import { Mark } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";
import { notifyProblems } from "../shell/notices.ts";
import { ProblemLines } from "../shell/ProblemLines.tsx";
import { DataTable } from "../tables/DataTable.tsx";
import { renameItem } from "./components.ts";
import { PageFrame } from "./PageFrame.tsx";

/** Adds a scenario over a parent, with the changes given, and chooses it. */
export function addScenario(parent: string, label: string, set: Readonly<Record<string, Json>> = {}): void {
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
    <DataTable className="plain changes">
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
    </DataTable>
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

/** Characters of a note in one line. */
const NOTE_LINE = 90;

/** Why there is this scenario. */
function Note({ scenario }: { readonly scenario: ScenarioView }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const place = `scenarios/${scenario.id}`;
  const stored = valueAt(useDocument(), place);
  if (!isObject(stored)) return null;
  return (
    <Input.TextArea
      rows={textOf(stored["note"]).length > NOTE_LINE ? 2 : 1}
      variant="borderless"
      aria-label={t("compare.note")}
      placeholder={t("compare.notePlaceholder")}
      disabled={readOnly}
      maxLength={4000}
      value={textOf(stored["note"])}
      onChange={({ target: { value } }) =>
        edit([value === "" ? { path: `${place}/note` } : { path: `${place}/note`, value }], {
          label: inBoth("compare.note"),
          group: `${place}/note`,
        })
      }
    />
  );
}

function Scenario({
  scenario,
  names,
  plan,
}: {
  readonly scenario: ScenarioView;
  readonly plan: PlanView | undefined;
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
        {plan !== undefined && <Lights plan={plan} />}
        <Troubles texts={plan?.troubles} />
        <Note scenario={scenario} />
        <Changes scenario={scenario} />
      </div>
    </section>
  );
}

/** Writes the scenarios the product generates, all in one step. */
async function addStressSet(): Promise<string> {
  await flush();
  const { session, scenario } = getSession();
  if (!session) return "";
  const reply = await call("stress", { session: session.session, scenario });
  if (!reply.ok) {
    notifyProblems(reply.problems);
    return "";
  }
  const edits = reply.value.scenarios.map((value) => ({ path: `scenarios/${textOf(value["id"])}`, value }));
  if (edits.length > 0) edit(edits, { label: inBoth("compare.stressed") });
  return reply.value.left.map(({ label, reason }) => `${label} (${reason})`).join("; ");
}

/** Each scenario after the one it varies, with how deep it stands. */
function inTree(scenarios: readonly ScenarioView[]): readonly (readonly [ScenarioView, number])[] {
  const known = new Set(scenarios.map(({ id }) => id));
  const under = (parent: string | undefined, depth: number): readonly (readonly [ScenarioView, number])[] =>
    scenarios
      .filter(({ id, parent: own }) =>
        parent === undefined ? own === undefined || !known.has(own) || own === id : own === parent && id !== parent,
      )
      .flatMap((one) => [[one, depth] as const, ...under(one.id, depth + 1)]);
  const told = under(undefined, 0);
  // A circle of parents, which is told as a problem, hangs under nobody.
  return [
    ...told,
    ...scenarios.filter((one) => !told.some(([other]) => other === one)).map((one) => [one, 0] as const),
  ];
}

/** 情景: patches over the model, each with why it is there, what it changes, how it stands. */
export function ScenariosPage() {
  const { t } = useWords();
  const scenarios = useSession((state) => state.scenarios);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const version = useSession((state) => state.session?.version);
  const names = new Map(scenarios.map((scenario) => [scenario.id, scenario.label]));
  const [left, setLeft] = useState("");
  const lights = useCompare();
  const plans = lights.version === version ? lights.answer?.plans : undefined;
  const tools = (
    <span className="row">
      {lights.running ? (
        <Button danger onClick={() => void lights.cancel()}>
          {t("app.cancel")} {lights.percent} %
        </Button>
      ) : (
        <Button
          onClick={() =>
            void lights.start(
              scenarios.map(({ id }) => id),
              [],
            )
          }
        >
          {t("compare.lights")}
        </Button>
      )}
      <Button
        disabled={readOnly}
        title={t("compare.stressHint")}
        onClick={() => {
          void addStressSet().then(setLeft);
        }}
      >
        {t("compare.stress")}
      </Button>
    </span>
  );
  return (
    <PageFrame title={t("page.scenarios")} lead={t("lead.scenarios")} tools={tools}>
      {left !== "" && <p className="muted">{t("compare.stressLeft", { what: left })}</p>}
      <ProblemLines problems={lights.problems} />
      {scenarios.length > 1 && <ComparePanel />}
      {scenarios.length === 0 && <Empty description={t("scenario.none")} />}
      {inTree(scenarios).map(([scenario, depth]) => (
        <div key={scenario.id} className="branch" style={{ marginInlineStart: `${depth * 18}px` }}>
          <Scenario scenario={scenario} names={names} plan={plans?.find(({ id }) => id === scenario.id)} />
        </div>
      ))}
    </PageFrame>
  );
}
