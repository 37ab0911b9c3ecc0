import { Input } from "antd";
import { useId, useMemo, useState } from "react";
import { useWords } from "../language/i18n.ts";
import { useReadings } from "../search/readings.ts";
import { found } from "../search/search.ts";
import { useListKeys } from "../search/useListKeys.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { keyText } from "../shell/keyText.ts";
import { closeDialog } from "../shell/navigation.ts";
import { useFirst } from "../shell/useFirst.ts";
import { type Entry, soughtOf } from "./entries.ts";
import { recentFirst, remember, useRecent } from "./recent.ts";
import { usePaletteEntries } from "./usePaletteEntries.ts";

/** Entries shown; more than that nobody looks through. */
const SHOWN = 60;

function useFound(typed: string): readonly Entry[] {
  const entries = usePaletteEntries();
  const recent = useRecent((state) => state.ids);
  const canRead = useReadings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the readings more is found
  return useMemo(
    () => found(recentFirst(entries, recent), soughtOf, typed).slice(0, SHOWN),
    [entries, recent, typed, canRead],
  );
}

function Line(props: {
  readonly entry: Entry;
  readonly id: string;
  readonly here: boolean;
  readonly onTake: () => void;
}) {
  const { t, pick } = useWords();
  const { label, where, code, kind, keys } = props.entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the cursor, and its keys choose
    <div
      id={props.id}
      className={props.here ? "palette-entry here" : "palette-entry"}
      role="option"
      aria-selected={props.here}
      tabIndex={-1}
      onClick={props.onTake}
    >
      <span className="palette-kind">{t(`palette.kinds.${kind}`)}</span>
      <span className="palette-label">{pick(label)}</span>
      <span className="palette-where">{where === undefined ? "" : pick(where)}</span>
      {keys === undefined ? (
        <code>{code ?? ""}</code>
      ) : (
        <span>
          {keys.map((key) => (
            <kbd key={key}>{keyText(key)}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}

/** 命令面板: goes anywhere and does anything by a few letters. */
export function PaletteDialog() {
  const { t } = useWords();
  const [typed, setTyped] = useState("");
  const list = useId();
  const first = useFirst();
  const entries = useFound(typed);
  const take = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    remember(entry.id);
    closeDialog();
    // The dialog is gone and has given the cursor back before the entry may send it elsewhere.
    setTimeout(entry.run);
  };
  const keys = useListKeys(
    (at) => `${list}-${at}`,
    entries.length,
    (at) => take(entries[at]),
    typed,
  );
  return (
    <Dialog className="palette" title={t("palette.title")} onCancel={closeDialog} footer={null} width={720}>
      <Input
        ref={first}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={keys.id}
        aria-label={t("palette.title")}
        placeholder={t("palette.placeholder")}
        value={typed}
        onKeyDown={keys.onKeyDown}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="palette-list" id={list} role="listbox" aria-label={t("palette.title")} tabIndex={-1}>
        {entries.map((entry, at) => (
          <Line key={entry.id} entry={entry} id={`${list}-${at}`} here={at === keys.at} onTake={() => take(entry)} />
        ))}
      </div>
      <p className="muted" role="status">
        {entries.length === 0 ? t("palette.none", { what: typed.trim() }) : t("palette.hint")}
      </p>
    </Dialog>
  );
}
