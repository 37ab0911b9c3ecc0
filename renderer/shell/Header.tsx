import { Button, Dropdown, Segmented, Select, Tooltip } from "antd";
import { beginExport } from "../exchange/exporting.ts";
import { beginImport } from "../exchange/importing.ts";
import { Icon } from "../icons/Icon.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import type { MoneyScale } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { redo, undo } from "../session/edit.ts";
import { pickAndOpen } from "../session/open.ts";
import { download, save, saveAs } from "../session/save.ts";
import { chooseScenario } from "../session/scenario.ts";
import { useSession } from "../session/store.ts";
import { closeAsked } from "./commands.ts";
import { openDialog } from "./navigation.ts";
import { LanguageSwitch, ThemeSwitch } from "./Switches.tsx";

function FileMenu({ alone }: { readonly alone: boolean }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const locked = useSession((state) => state.session?.locked === true);
  const items = [
    { key: "new", label: t("file.new"), extra: "Ctrl+N", onClick: () => openDialog("new") },
    { key: "open", label: t("file.open"), extra: "Ctrl+O", onClick: () => void pickAndOpen() },
    { type: "divider" as const },
    { key: "save", label: t("file.save"), extra: "Ctrl+S", disabled: readOnly, onClick: () => void save() },
    {
      key: "note",
      label: t("revisions.saveNote"),
      extra: "Ctrl+Alt+S",
      disabled: readOnly,
      onClick: () => openDialog("note"),
    },
    { key: "saveAs", label: t("file.saveAs"), extra: "Ctrl+Shift+S", onClick: () => void saveAs() },
    { key: "pingheng", label: t("file.downloadPingheng"), onClick: () => void download("pingheng") },
    { key: "json", label: t("file.downloadJson"), disabled: locked, onClick: () => void download("json") },
    { key: "xlsx", label: t("file.exportXlsx"), disabled: alone, onClick: () => beginExport() },
    { key: "import", label: t("exchange.importTitle"), onClick: () => beginImport() },
    { type: "divider" as const },
    { key: "lock", label: t("vault.menu"), disabled: readOnly, onClick: () => openDialog("lock") },
    { key: "close", label: t("file.close"), onClick: closeAsked },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button type="text" size="small" icon={<Icon name="file" />}>
        {t("file.menu")}
      </Button>
    </Dropdown>
  );
}

function ModelName() {
  const { t } = useWords();
  const name = useSession((state) => state.session?.name ?? "");
  const path = useSession((state) => state.session?.path);
  const dirty = useSession((state) => state.session?.dirty ?? false);
  const locked = useSession((state) => state.session?.locked === true);
  return (
    <Tooltip title={path ?? t("file.neverSaved")}>
      <span className="model-name">
        {locked && (
          <span role="img" aria-label={t("vault.lockedName")}>
            <Icon name="lock" />
          </span>
        )}
        <strong>{name}</strong>
        {dirty && <span className="unsaved">● {t("file.unsaved")}</span>}
      </span>
    </Tooltip>
  );
}

function ScenarioSwitch() {
  const { t } = useWords();
  const scenario = useSession((state) => state.scenario);
  const scenarios = useSession((state) => state.scenarios);
  const options = scenarios.map((item) => ({
    value: item.id,
    label: item.changes.length === 0 ? item.label : `${item.label} (${item.changes.length})`,
  }));
  return (
    <span className="header-field">
      <span className="header-label">{t("scenario.one")}</span>
      <Select
        size="small"
        className="scenario-select"
        aria-label={t("scenario.one")}
        value={scenario}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(id) => void chooseScenario(id)}
      />
    </span>
  );
}

function MoneySwitch() {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const set = usePreferences((state) => state.set);
  return (
    <Segmented<MoneyScale>
      size="small"
      aria-label={t("preferences.money")}
      value={money}
      onChange={(value) => set({ money: value })}
      options={(["yuan", "wan", "yi"] as const).map((value) => ({ value, label: t(`unit.money.${value}`) }))}
    />
  );
}

/**
 * The bar above everything: file, undo, scenario, units and how the face looks.
 * @param alone without what belongs to one project: a portfolio has no scenarios and no targets of its own
 */
export function Header({ alone = false }: { readonly alone?: boolean }) {
  const { t } = useWords();
  const session = useSession((state) => state.session);
  const fixed = session?.readOnly !== undefined;
  return (
    <header className="header">
      <img className="mark" src="./mark.svg" alt="" width="22" height="22" />
      <FileMenu alone={alone} />
      <IconButton icon="save" label={`${t("file.save")} (Ctrl+S)`} disabled={fixed} onClick={() => void save()} />
      <IconButton
        icon="undo"
        label={t("edit.undo", { what: session?.undoLabel ?? "" })}
        disabled={!session?.canUndo}
        onClick={() => void undo()}
      />
      <IconButton
        icon="redo"
        label={t("edit.redo", { what: session?.redoLabel ?? "" })}
        disabled={!session?.canRedo}
        onClick={() => void redo()}
      />
      <ModelName />
      <span className="grow" />
      {!alone && (
        <>
          <ScenarioSwitch />
          <Button size="small" icon={<Icon name="target" />} onClick={() => openDialog("solve")}>
            {t("solve.short")}
          </Button>
        </>
      )}
      <MoneySwitch />
      <LanguageSwitch />
      <ThemeSwitch />
      <IconButton icon="gear" label={t("preferences.title")} onClick={() => openDialog("preferences")} />
      <IconButton icon="help" label={`${t("shortcut.title")} (?)`} onClick={() => openDialog("shortcuts")} />
    </header>
  );
}
