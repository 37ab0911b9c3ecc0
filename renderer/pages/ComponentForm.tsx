import { Alert, Button, Input, Popover, Switch } from "antd";
import type { JsonObject, MechanismView } from "../../app/contract.ts";
import { useExperienceValues } from "../experience/useValues.ts";
import { FieldRow } from "../forms/FieldRow.tsx";
import { RemoveButton } from "../forms/RemoveButton.tsx";
import { useField } from "../forms/useField.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { ClauseText } from "../review/ClauseText.tsx";
import { labelOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { goTo } from "../shell/navigation.ts";
import { duplicateComponent, removeComponent, renameItem } from "./components.ts";
import { IdButton } from "./IdButton.tsx";

function Clauses({ mechanism }: { readonly mechanism: MechanismView }) {
  const { t, pick } = useWords();
  return (
    <ul className="clauses">
      {mechanism.clauses.map((clause) => (
        <li key={clause.id}>
          <Popover
            title={`${clause.id} ${pick(clause.title)}`}
            content={<ClauseText clause={clause} />}
            trigger={["hover", "focus"]}
          >
            <button type="button" className="clause">
              {pick(clause.title)}
              {clause.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
            </button>
          </Popover>
        </li>
      ))}
    </ul>
  );
}

function EnabledSwitch({ id }: { readonly id: string }) {
  const { t } = useWords();
  const state = useField({ path: `components/${id}/enabled`, label: inBoth("item.enabled") });
  const on = state.value !== false;
  return (
    <span className={state.patched ? "enabled patched" : "enabled"}>
      <Switch
        checked={on}
        disabled={state.disabled}
        aria-label={t("item.enabled")}
        onChange={(next) => state.set(next)}
      />
      <span>{t(on ? "item.on" : "item.off")}</span>
      {state.patched && <IconButton icon="restore" label={t("scenario.restore")} onClick={state.restore} />}
    </span>
  );
}

function Head({
  component,
  mechanism,
}: {
  readonly component: JsonObject;
  readonly mechanism: MechanismView | undefined;
}) {
  const { t, lang, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const id = textOf(component["id"]);
  const remove = () => {
    removeComponent(component);
    goTo({ page: "components" });
  };
  return (
    <header className="component-head">
      <div className="component-title">
        <Input
          variant="borderless"
          className="rename"
          aria-label={t("item.name")}
          disabled={readOnly}
          value={labelOf(component["label"], lang)}
          placeholder={mechanism ? pick(mechanism.title) : id}
          onChange={(event) => renameItem(`components/${id}/label`, component["label"] ?? "", lang, event.target.value)}
        />
        <IdButton list="components" id={id} />
      </div>
      <EnabledSwitch id={id} />
      <Button
        size="small"
        icon={<Icon name="copy" />}
        disabled={readOnly}
        onClick={() => duplicateComponent(component)}
      >
        {t("item.duplicate")}
      </Button>
      <RemoveButton remove={remove} />
    </header>
  );
}

/** What whoever reads the model should know of the component. */
function NoteRow({ id }: { readonly id: string }) {
  const label = inBoth("item.note");
  const field = { name: "note", type: "word" as const, label, optional: true, options: [], long: true };
  return <FieldRow field={field} place={{ path: `components/${id}/note`, label }} />;
}

/** One component: its name, whether it counts, and a form made of nothing but its mechanism's declaration. */
export function ComponentForm({ component }: { readonly component: JsonObject }) {
  const { t, pick } = useWords();
  useExperienceValues();
  const id = textOf(component["id"]);
  const word = textOf(component["mechanism"]);
  const mechanisms = useSession((state) => state.catalogue?.mechanisms);
  const mechanism = mechanisms?.find((known) => known.id === word);
  return (
    <article className="component">
      <Head component={component} mechanism={mechanism} />
      {mechanism ? (
        <>
          <p className="muted lead">{pick(mechanism.summary)}</p>
          <Clauses mechanism={mechanism} />
          <div className="form">
            {mechanism.fields.map((field) => (
              <FieldRow
                key={field.name}
                field={field}
                place={{ path: `components/${id}/inputs/${field.name}`, label: field.label }}
                evidence={`components/${id}/evidence`}
                computed
              />
            ))}
            <NoteRow id={id} />
          </div>
        </>
      ) : (
        mechanisms && <Alert type="error" showIcon title={t("item.unknownMechanism", { word })} />
      )}
    </article>
  );
}
