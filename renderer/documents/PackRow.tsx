import { Button, Popconfirm, Select } from "antd";
import { useEffect, useRef } from "react";
import type { KnownParameterView, PackChangeView, PackOrigin, PackUseView } from "../../app/contract.ts";
import { IconButton } from "../icons/IconButton.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOf, type MoneyScale } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useDocument } from "../session/effective.ts";
import { isObject, objectsOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { Mark, type Tone } from "../shell/Mark.tsx";
import { useNavigation } from "../shell/navigation.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { LocalPack } from "./LocalPack.tsx";
import { moveUp, removePack, switchVersion } from "./packs.ts";

const TONES: Readonly<Record<PackOrigin, Tone>> = {
  installed: "good",
  earlier: "info",
  changed: "warn",
  local: "info",
  unknown: "warn",
};

function valueText(value: string | null, unit: string, t: Translate, money: MoneyScale): string {
  if (value === null) return "–";
  const display = displayOf(unit, money, t);
  return `${formatExact(value, display.places)}${display.unit === "" ? "" : ` ${display.unit}`}`;
}

function Change({ change }: { readonly change: PackChangeView }) {
  const { t, pick } = useWords();
  const money = usePreferences((state) => state.money);
  const { label, unit, before, after } = change;
  const isWords = before === null && after === null;
  return (
    <tr>
      <td>{pick(label)}</td>
      {isWords ? (
        <td colSpan={2} className="muted">
          {t("packs.wordsOnly")}
        </td>
      ) : (
        <>
          <td className="figure">{valueText(before, unit, t, money)}</td>
          <td className="figure">{valueText(after, unit, t, money)}</td>
        </>
      )}
    </tr>
  );
}

/** Old → new: of an earlier text what today's says, of a changed one what it says instead of the published. */
function Changes({ pack }: { readonly pack: PackUseView }) {
  const { t } = useWords();
  const { changes, clauses, origin } = pack;
  if (pack.against === undefined) return null;
  if (changes.length === 0 && clauses === 0) return <p className="muted">{t("packs.same")}</p>;
  return (
    <>
      {changes.length > 0 && (
        <DataTable className="plain changes" aria-label={t("packs.changes")}>
          <thead>
            <tr>
              <th scope="col">{t("packs.changes")}</th>
              <th scope="col" className="figure">
                {t(origin === "earlier" ? "packs.inFile" : "packs.genuine")}
              </th>
              <th scope="col" className="figure">
                {t(origin === "earlier" ? "packs.inInstalled" : "packs.inFile")}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Change key={change.label.zh} change={change} />
            ))}
          </tbody>
        </DataTable>
      )}
      {clauses > 0 && <p className="muted">{t("packs.clauses", { count: clauses })}</p>}
    </>
  );
}

function Tools({ pack, isFirst }: { readonly pack: PackUseView; readonly isFirst: boolean }) {
  const { t, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { id, origin, against } = pack;
  return (
    <>
      {origin !== "installed" && against !== undefined && (
        <Button size="small" disabled={readOnly} onClick={() => switchVersion(id, against)}>
          {origin === "changed" ? t("packs.usePublished") : t("packs.useInstalled", { version: against })}
        </Button>
      )}
      <IconButton icon="up" label={t("packs.up")} disabled={readOnly || isFirst} onClick={() => moveUp(id)} />
      <Popconfirm
        title={t("packs.removeAsk")}
        // Beside the button, for above it stands its name.
        placement="left"
        okText={t("packs.remove")}
        cancelText={t("app.cancel")}
        onConfirm={() => removePack(id)}
      >
        <span>
          <IconButton
            icon="trash"
            label={`${t("packs.remove")} ${pick(pack.title)}`}
            disabled={readOnly}
            onClick={() => undefined}
          />
        </span>
      </Popconfirm>
    </>
  );
}

/** One pack of the file: what it is, its version, how it differs, and what can be done about it. */
interface PackRowProps {
  readonly pack: PackUseView;
  readonly isFirst: boolean;
  readonly known: readonly KnownParameterView[];
}

export function PackRow({ pack, isFirst, known }: PackRowProps) {
  const { t, pick } = useWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { id, version, versions, origin, against = "" } = pack;
  const path = `packs/${id}`;
  const row = useRef<HTMLElement>(null);
  const wanted = useNavigation((state) => state.focus === path);
  const jumps = useNavigation((state) => state.jumps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: jumping twice to one pack must work
  useEffect(() => {
    if (wanted) row.current?.scrollIntoView({ block: "center" });
  }, [wanted, jumps]);
  const own = objectsOf(useDocument()["packs"]).find((listed) => listed["id"] === id && isObject(listed["text"]));
  const options = [...new Set([version, ...versions])].map((value) => ({ value, label: value }));
  return (
    <article ref={row} className={wanted ? "pack wanted" : "pack"} data-path={path} data-origin={origin}>
      <header className="pack-head">
        <h3>{pick(pack.title)}</h3>
        {pack.draft && <Mark tone="warn">{t("field.draft")}</Mark>}
        <Mark tone={TONES[origin]}>{t(`packs.origins.${origin}`)}</Mark>
        <span className="grow" />
        <span className="muted">{t("packs.version")}</span>
        <Select
          size="small"
          aria-label={`${t("packs.version")} ${pick(pack.title)}`}
          className="pack-version"
          popupMatchSelectWidth={false}
          disabled={readOnly || options.length < 2}
          value={version}
          options={options}
          onChange={(next: string) => switchVersion(id, next)}
        />
        <Tools pack={pack} isFirst={isFirst} />
      </header>
      <p className="muted">
        {[pack.source, id].filter((part) => part !== "").join(" · ")}
        {origin !== "installed" && <span className="block">{t(`packs.originHints.${origin}`, { against })}</span>}
      </p>
      <Changes pack={pack} />
      {origin === "local" && own !== undefined && <LocalPack pack={own} known={known} />}
    </article>
  );
}
