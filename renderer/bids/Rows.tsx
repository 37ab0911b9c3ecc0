import { Button } from "antd";
import type { FieldView, Json, TextView } from "../../app/contract.ts";
import { Control } from "../forms/Control.tsx";
import { listEdits, pasteBlock } from "../forms/table.ts";
import { isBlock, parseTsv } from "../forms/tsv.ts";
import { storedRows, useField } from "../forms/useField.ts";
import { inBoth, useWords, type WordKey } from "../language/i18n.ts";
import { previewPaste } from "../paste/plan.ts";
import { tablePlan } from "../paste/table.ts";
import { usePasteContext } from "../paste/usePasteContext.ts";
import { edit } from "../session/edit.ts";
import { useDocument } from "../session/effective.ts";
import { useFixed } from "../session/frozen.ts";
import { labelOf, objectsOf, valueAt } from "../session/json.ts";
import { Yearly } from "./Yearly.tsx";

interface RowsProps {
  /** List of the document. */
  readonly path: string;
  /** One row for each of these, whether it is in the list or not. */
  readonly of: readonly { readonly id: string; readonly label: TextView }[];
  readonly columns: readonly FieldView[];
  /** What the rows are. */
  readonly head?: WordKey;
  /** What is said where there are none. */
  readonly none?: WordKey;
  /** What a row that is not there yet begins with. */
  readonly blank?: Readonly<Record<string, Json>>;
  /** Name of a field of amounts by year, and a word that may stand for them. */
  readonly yearly?: {
    readonly name: string;
    readonly label: TextView;
    readonly word?: { readonly value: string; readonly shown: string };
  };
}

/** A table whose rows are given by another list: prices by the services of the notice, comments by the bids. */
export function Rows({ path, of, columns, head = "bids.item", none, blank = {}, yearly }: RowsProps) {
  const { t, pick, lang } = useWords();
  const document = useDocument();
  const readOnly = useFixed(path);
  const context = usePasteContext();
  const held = objectsOf(valueAt(document, path));
  const there = new Set(held.map((row) => labelOf(row["id"], lang)));
  if (of.length === 0) return none === undefined ? null : <p className="muted">{t(none)}</p>;
  const paste = (at: { readonly row: number; readonly column: number }, text: string) => {
    const rows = of.map(({ id }) => held.find((row) => row["id"] === id) ?? { id, ...blank });
    const pasted = pasteBlock(rows, columns, { ...at, isFixed: true }, parseTsv(text), "row", context);
    const take = () =>
      edit(listEdits(path, rows, storedRows(path, pasted.rows, columns)), {
        label: {
          zh: inBoth("paste.label", { what: inBoth(head).zh }).zh,
          en: inBoth("paste.label", { what: inBoth(head).en }).en,
        },
      });
    const nameOf = (id: string) => pick(of.find((one) => one.id === id)?.label ?? { zh: id, en: id });
    previewPaste(tablePlan(pasted, t(head), context, nameOf, take));
  };
  return (
    <div className="table-editor">
      <table className="plain editor bids-sheet">
        <thead>
          <tr>
            <th scope="col">{t(head)}</th>
            {yearly && <th scope="col">{pick(yearly.label)}</th>}
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {pick(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.map(({ id, label }, row) => (
            <tr
              key={id}
              onPaste={(event) => {
                const text = event.clipboardData.getData("text/plain");
                const cell = (event.target as HTMLElement).closest("td");
                const column = (cell?.cellIndex ?? 0) - (yearly ? 2 : 1);
                if (!isBlock(text) || readOnly || column < 0) return;
                event.preventDefault();
                paste({ row, column }, text);
              }}
            >
              <th scope="row">{pick(label)}</th>
              {there.has(id) ? (
                <>
                  {yearly && (
                    <td>
                      <Yearly
                        path={`${path}/${id}/${yearly.name}`}
                        label={label}
                        {...(yearly.word === undefined ? {} : { word: yearly.word })}
                      />
                    </td>
                  )}
                  {columns.map((column) => (
                    <Cell key={column.name} path={`${path}/${id}/${column.name}`} column={column} row={pick(label)} />
                  ))}
                </>
              ) : (
                <td colSpan={columns.length + (yearly ? 1 : 0)}>
                  <Button
                    size="small"
                    aria-label={`${t("bids.fill")} ${pick(label)}`}
                    disabled={readOnly}
                    onClick={() =>
                      edit([{ path: `${path}/${id}`, value: { id, ...blank } }], { label: inBoth("bids.added") })
                    }
                  >
                    {t("bids.fill")}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ path, column, row }: { readonly path: string; readonly column: FieldView; readonly row: string }) {
  const { pick } = useWords();
  const field = useField({ path, label: column.label });
  const [problem] = field.problems;
  return (
    <td className={`cell-${column.type}`} data-path={path}>
      <Control
        field={column}
        value={field.value}
        onChange={field.set}
        disabled={field.disabled}
        invalid={problem !== undefined}
        ariaLabel={`${pick(column.label)} ${row}`}
      />
      {problem && (
        <span className="cell-problem" role="alert">
          {problem.message}
        </span>
      )}
    </td>
  );
}
