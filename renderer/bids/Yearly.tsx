import { Input } from "antd";
import { useEffect, useState } from "react";
import type { Json, TextView } from "../../app/contract.ts";
import { isBlock, parseTsv } from "../forms/tsv.ts";
import { useField } from "../forms/useField.ts";
import { useWords } from "../language/i18n.ts";
import { isDecimal } from "../numbers/decimal.ts";
import { formatExact } from "../numbers/format.ts";
import { readNumber } from "../numbers/read.ts";
import { previewPaste } from "../paste/plan.ts";
import { isObject, textOf } from "../session/json.ts";

/** `60000`, or by year `1:60000 2:40000`; undefined where it is neither. */
export function readYearly(text: string): Json | undefined {
  const parts = text.trim().split(/[\s,;，；]+/);
  const [first = ""] = parts;
  if (parts.length === 1 && /^\d+(?:\.\d+)?$/.test(first)) return first;
  const pairs = parts.map((part) => /^(\d{1,2})[:：](\d+(?:\.\d+)?)$/.exec(part));
  if (pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""]));
}

export function yearlyText(value: Json | undefined): string {
  if (!isObject(value)) return textOf(value);
  return Object.entries(value)
    .map(([year, amount]) => `${year}:${textOf(amount)}`)
    .join(" ");
}

const YEARS_MAX = 60;

/** A cell of a block pasted into amounts by year. */
export interface PastedYear {
  readonly year: number;
  readonly text: string;
  readonly amount: string | undefined;
  readonly fault?: "unreadable" | "tooMany";
}

/** What years are called above their amounts. */
const YEAR_HEAD = /^(?:第?\s*\d{1,2}\s*年|(?:19|20)\d{2}\s*年?|year\s*\d{1,2}|年份|年度|项目|year|item)?$/i;

/** Whether a pasted block begins with a row of years above the amounts. */
export function hasYearHead(block: readonly (readonly string[])[]): boolean {
  const [first, second] = block;
  return (
    first !== undefined &&
    second !== undefined &&
    first.some((cell) => cell !== "") &&
    first.every((cell) => YEAR_HEAD.test(cell.trim()))
  );
}

/** Amounts of a pasted block in 元, row by row from year 1 on; an empty cell leaves its year as it is, a row of years above them is passed over. */
export function pastedYears(text: string): readonly PastedYear[] {
  const block = parseTsv(text);
  const cells = (hasYearHead(block) ? block.slice(1) : block).flat();
  return cells.flatMap((cell, index): readonly PastedYear[] => {
    const year = index + 1;
    if (cell === "") return [];
    if (year > YEARS_MAX) return [{ year, text: cell, amount: undefined, fault: "tooMany" }];
    const amount = readNumber(cell, 0, "CNY");
    const isAmount = amount !== null && amount !== "" && !amount.startsWith("-");
    return [isAmount ? { year, text: cell, amount } : { year, text: cell, amount: undefined, fault: "unreadable" }];
  });
}

interface YearlyProps {
  readonly path: string;
  readonly label: TextView;
  /** A word that stands for amounts, and how it is shown. */
  readonly word?: { readonly value: string; readonly shown: string };
}

/** 元 of every year, or by year of the contract, in one field. */
export function Yearly({ path, label, word }: YearlyProps) {
  const { t, pick } = useWords();
  const field = useField({ path, label });
  const shown = word !== undefined && field.value === word.value ? word.shown : yearlyText(field.value);
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(shown);
    setWrong(false);
  }, [shown]);
  const leave = () => {
    if (typed === shown) return;
    if (typed.trim() === "") return field.set(undefined);
    const value = word !== undefined && typed.trim() === word.shown ? word.value : readYearly(typed);
    setWrong(value === undefined);
    if (value !== undefined) field.set(value);
  };
  const [problem] = field.problems;
  const paste = (text: string) => {
    const held = isObject(field.value) ? field.value : {};
    const years = pastedYears(text);
    const unit = t("unit.money.yuan");
    const amounts = Object.fromEntries(
      years.flatMap(({ year, amount }) => (amount === undefined ? [] : [[year, amount]])),
    );
    previewPaste({
      title: pick(label),
      cells: years.map(({ year, text: cell, amount, fault }) => ({
        row: t("paste.inYear", { year }),
        column: pick(label),
        before: isObject(field.value)
          ? shownAmount(textOf(held[String(year)]), unit)
          : shownAmount(word !== undefined && field.value === word.value ? word.shown : textOf(field.value), unit),
        after: fault === undefined ? shownAmount(amount ?? "", unit) : cell,
        ...(fault === undefined ? {} : { fault }),
      })),
      added: [],
      skipsHead: hasYearHead(parseTsv(text)),
      take: () => field.set({ ...held, ...amounts }),
    });
  };
  return (
    <span data-path={path}>
      <Input
        size="small"
        className="bids-yearly"
        aria-label={pick(label)}
        title={t("bids.yearlyHint")}
        placeholder="1:60000 2:40000"
        suffix={t("unit.money.yuan")}
        value={typed}
        disabled={field.disabled}
        {...(wrong || problem ? { status: "error" as const } : {})}
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (!isBlock(text) || field.disabled) return;
          event.preventDefault();
          event.stopPropagation();
          paste(text);
        }}
        onBlur={leave}
        onPressEnter={leave}
      />
      {(wrong || problem) && (
        <span className="cell-problem" role="alert">
          {problem?.message ?? t("bids.yearlyHint")}
        </span>
      )}
    </span>
  );
}

const shownAmount = (amount: string, unit: string): string =>
  isDecimal(amount) ? `${formatExact(amount, 0)} ${unit}` : amount;

/** The same as a row of a form. */
export function YearlyField(props: YearlyProps) {
  const { pick } = useWords();
  return (
    <div className="field">
      <span className="field-label">{pick(props.label)}</span>
      <div className="field-control">
        <Yearly {...props} />
      </div>
    </div>
  );
}
