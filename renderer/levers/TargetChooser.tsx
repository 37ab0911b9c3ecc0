import { Select } from "antd";
import type { Board } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";

/** The gravest verdict that is not met; the balance where all are. */
export function useFirstTarget(): string {
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const order = ["B2", "B4", "B5", "B6", "B3"];
  return order.find((id) => verdicts.some((verdict) => verdict.id === id && verdict.pass === false)) ?? "B2";
}

/** A verdict or an indicator whose inputs are looked for. */
export function TargetChooser({ of, onChange }: { readonly of: string; readonly onChange: (of: string) => void }) {
  const { t, pick } = useWords();
  const indicators = useSession((state) => state.board?.indicators) ?? [];
  const verdicts = useSession((state) => state.board?.verdicts) ?? [];
  const options = [
    {
      label: t("levers.verdicts"),
      options: verdicts.map(({ id, title }) => ({ value: id as string, label: `${id} ${pick(title)}` })),
    },
    {
      label: t("levers.indicators"),
      options: indicators
        .filter(({ value }) => value !== null)
        .map(({ id, label }) => ({ value: id, label: pick(label) })),
    },
  ];
  return (
    <Select
      className="lever-target"
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("levers.target")}
      value={of}
      options={options}
      onChange={onChange}
    />
  );
}

/** The cell that explains what a target comes to; undefined where none does. */
export function cellOfTarget(board: Board | null, of: string): string | undefined {
  const verdict = board?.verdicts.find(({ id }) => id === of);
  return verdict === undefined
    ? board?.indicators.find(({ id }) => id === of)?.cell
    : (verdict.cell ?? verdict.lines[0]);
}

/** Unit of the number a target is about. */
export function useTargetUnit(of: string): string {
  const board = useSession((state) => state.board);
  const verdict = board?.verdicts.find(({ id }) => id === of);
  return verdict?.unit ?? board?.indicators.find(({ id }) => id === of)?.unit ?? "CNY";
}
