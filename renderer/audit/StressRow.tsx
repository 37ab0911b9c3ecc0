import { Checkbox, Input } from "antd";
import { useState } from "react";
import type { JsonObject, PlanView, StressRowView } from "../../app/contract.ts";
import { useValueWords } from "../compare/BridgePanel.tsx";
import { Troubles } from "../compare/Troubles.tsx";
import { RefusedNote } from "../forms/RefusedNote.tsx";
import { IconButton } from "../icons/IconButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { shiftPoint } from "../numbers/decimal.ts";
import { Figure } from "../numbers/Figure.tsx";
import { readTyped } from "../numbers/read.ts";
import { usePerson } from "../revisions/person.ts";
import { edit } from "../session/edit.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { goToPath } from "../shell/navigation.ts";

const signs = { true: "✓", false: "✗", null: "–" } as const;
const states = { true: "pass-text", false: "fail-text", null: "muted" } as const;
/** A share is typed in percent. */
const PERCENT = 2;

/** Each verdict of a plan: sign, margin, and whether the stress took it away. */
export function VerdictCells({
  verdicts,
  turned,
}: Pick<PlanView, "verdicts"> & { readonly turned: readonly string[] }) {
  const { t } = useWords();
  return verdicts.map(({ id, pass, conditions, margin, unit, message }) => (
    <td key={id} title={message} className={turned.includes(id) ? "turned" : ""} data-verdict={id}>
      <span className={states[`${pass}`]}>{signs[`${pass}`]}</span>
      {pass === true && conditions > 0 && <span className="muted">{t("trust.conditional")}</span>}{" "}
      {margin !== null && <Figure value={margin} unit={unit ?? "1"} id={id} brief />}
    </td>
  ));
}

/** Keeps a stress with the review. */
function keep(id: string, size: string | null): void {
  const value: JsonObject = { id, ...(size === null ? {} : { size }), author: usePerson.getState().name ?? "" };
  edit([{ path: `stress/${id}`, value }], { label: inBoth("stress.changed") });
}

/** Takes a stress out of the review. */
export const withdraw = (id: string): void => edit([{ path: `stress/${id}` }], { label: inBoth("stress.removed") });

/** A stress over the audited plan, its size for the reviewer to change. */
export function StressRow({ row }: { readonly row: StressRowView }) {
  const { t } = useWords();
  const inWords = useValueWords();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const { id, kind, label, note, size, usual, path, value, kept, turned, moves, verdicts, troubles } = row;
  return (
    <tr data-stress={id}>
      <th scope="row" title={note}>
        {path === null ? (
          label
        ) : (
          <button type="button" className="line-link" title={path} onClick={() => goToPath(path)}>
            {label}
          </button>
        )}
        <div className="muted">{note}</div>
      </th>
      <td>
        {usual !== null && <Size row={row} disabled={readOnly} />}
        {path !== null && inWords(path, value)}
      </td>
      <td>
        {kind === "standard" && (
          <Checkbox
            aria-label={t("stress.keep", { name: label })}
            checked={kept}
            disabled={readOnly}
            onChange={({ target }) => (target.checked ? keep(id, size) : withdraw(id))}
          />
        )}
        {kind === "own" && (
          <IconButton icon="trash" label={t("stress.remove")} disabled={readOnly} onClick={() => withdraw(id)} />
        )}
      </td>
      <td className="words">
        {turned.length === 0 ? (
          <span className="muted">{t(moves ? "stress.withstood" : "stress.unmoved")}</span>
        ) : (
          <Mark tone="warn">{turned.join(" ")}</Mark>
        )}
        <Troubles texts={troubles} />
      </td>
      <VerdictCells verdicts={verdicts} turned={turned} />
    </tr>
  );
}

/** Sizes below one are shares, told in percent; the others are months. */
function Size({ row, disabled }: { readonly row: StressRowView; readonly disabled: boolean }) {
  const { t } = useWords();
  const { id, label, size, usual, points } = row;
  const isShare = Math.abs(Number(usual)) < 1;
  const unit = isShare ? (points ? t("stress.points") : "%") : t("stress.months");
  const shown = (text: string | null) => (text === null ? "" : isShare ? shiftPoint(text, PERCENT) : text);
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readTyped(typed, isShare ? -PERCENT : 0, isShare ? "1" : "mo");
  const meant = read === null ? size : read.meant;
  const commit = () => {
    if (meant === null) return;
    setTyped(null);
    if (meant !== size && meant !== "") keep(id, meant);
  };
  return (
    <>
      <Input
        size="small"
        className="number-input"
        inputMode="decimal"
        autoComplete="off"
        aria-label={t("stress.sizeOf", { name: label })}
        title={t("stress.usual", { size: `${shown(usual)}${unit === "%" ? "" : " "}${unit}` })}
        disabled={disabled}
        {...(meant === null ? { status: "error" as const } : {})}
        suffix={<span className="unit-suffix">{unit}</span>}
        value={typed ?? shown(size)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
      {read?.meant === null && (
        <RefusedNote
          refused={read.refused}
          display={{ places: isShare ? -PERCENT : 0, unit }}
          stored={size ?? usual ?? ""}
        />
      )}
    </>
  );
}
