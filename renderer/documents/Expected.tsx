import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { inBoth, useWords } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { objectsOf, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { chooseComponent, useNavigation } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";

interface Entry {
  /** Word of the document: `works`, or `works_of_plot.p2` where there are several. */
  readonly word: string;
  readonly name: string;
  /** Empty where none is given. */
  readonly reason: string;
}

/** What is expected and absent, and what was said to be absent before. */
function useEntries(): readonly Entry[] {
  const { lang } = useWords();
  const unmet = useSession((state) => state.board?.expected);
  const names = useSession((state) => state.catalogue?.expected);
  const given = objectsOf(useDocument()["absences"]);
  const nameOf = (word: string): string => {
    const [stem = "", place] = word.split(".");
    const label = names?.find((known) => known.word === stem)?.label[lang] ?? stem;
    return place === undefined ? label : `${label} (${place})`;
  };
  const explained = given.map((one) => ({
    word: textOf(one["id"]),
    name: nameOf(textOf(one["id"])),
    reason: textOf(one["reason"]),
  }));
  const words = new Set(explained.map(({ word }) => word));
  const open = (unmet ?? [])
    .map(({ path, name }) => ({ word: path.slice(path.indexOf("/") + 1), name, reason: "" }))
    .filter(({ word }) => !words.has(word));
  return [...open, ...explained];
}

function Reason({ entry: { word, name, reason } }: { readonly entry: Entry }) {
  const { t } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const [draft, setDraft] = useState(reason);
  useEffect(() => setDraft(reason), [reason]);
  const commit = () => {
    const text = draft.trim();
    if (text === reason) return;
    const path = `absences/${word}`;
    edit([text === "" ? { path } : { path, value: { id: word, reason: text } }], { label: inBoth("expected.changed") });
  };
  return (
    <Input
      value={draft}
      disabled={readOnly}
      aria-label={`${name} ${t("expected.reason")}`}
      placeholder={t("expected.placeholder")}
      onChange={({ target }) => setDraft(target.value)}
      onPressEnter={commit}
      onBlur={commit}
    />
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { t } = useWords();
  const path = `absences/${entry.word}`;
  const row = useRef<HTMLTableRowElement>(null);
  const wanted = useNavigation((state) => state.focus === path);
  const jumps = useNavigation((state) => state.jumps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: jumping twice to one row must work
  useEffect(() => {
    if (!wanted) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.querySelector("input")?.focus();
  }, [wanted, jumps]);
  const isExplained = entry.reason !== "";
  return (
    <tr ref={row} data-path={path} className={wanted ? "wanted" : ""}>
      <td>
        {entry.name}{" "}
        <Mark tone={isExplained ? "quiet" : "warn"}>{t(isExplained ? "expected.explained" : "expected.missing")}</Mark>
      </td>
      <td className="reason">
        <Reason entry={entry} />
      </td>
      <td>
        {!isExplained && (
          <Button size="small" onClick={() => chooseComponent(entry.name)}>
            {t("expected.add")}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** 无此项,因为……: what a project of this kind has and this one has not, each to be added or explained. */
export function Expected() {
  const { t } = useWords();
  const entries = useEntries();
  return (
    <section className="expected" aria-label={t("expected.title")}>
      <h3 className="part-title">{t("expected.title")}</h3>
      {entries.length === 0 ? (
        <p className="muted">{t("expected.all")}</p>
      ) : (
        <>
          <p className="muted">{t("expected.lead")}</p>
          <DataTable className="plain">
            <thead>
              <tr>
                <th scope="col">{t("expected.what")}</th>
                <th scope="col">{t("expected.reason")}</th>
                <th scope="col" aria-label={t("field.rowActions")} />
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <EntryRow key={entry.word} entry={entry} />
              ))}
            </tbody>
          </DataTable>
        </>
      )}
    </section>
  );
}
