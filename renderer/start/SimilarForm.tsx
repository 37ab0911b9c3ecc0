import { Input, Radio } from "antd";
import type { ExampleInfo, SimilarTo } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";

const needed = ["name", "households", "start"] as const;
type Needed = (typeof needed)[number];

/** What a model like another cannot begin without, and has not. */
export const lackingOf = (value: SimilarTo): readonly Needed[] => needed.filter((name) => value[name].trim() === "");

export const fieldId = (name: string): string => `new-${name}`;

/** A project a new one can begin like. */
export interface Base extends Pick<ExampleInfo, "id" | "title"> {
  readonly households: string;
  /** Of the user's own library. */
  readonly isOwn?: true;
}

interface Props {
  /** To be told that it is lacking. */
  readonly lacking: readonly string[];
  readonly bases: readonly Base[];
  readonly value: SimilarTo;
  readonly put: (value: SimilarTo) => void;
}

/** The project a new one is like, and what is known of the new one at once. */
export function SimilarForm({ bases, value, put, lacking }: Props) {
  const { t, pick } = useWords();
  const fields = [
    ["name", t("wizard.name"), ""],
    ["city", t("wizard.city"), ""],
    ["households", t("wizard.households"), t("wizard.householdsHint")],
    ["start", t("wizard.start"), t("wizard.startHint")],
  ] as const;
  return (
    <>
      <fieldset className="wizard">
        <legend>{t("wizard.like")}</legend>
        <Radio.Group value={value.example} onChange={(event) => put({ ...value, example: String(event.target.value) })}>
          {bases.map(({ id, title, households, isOwn }) => (
            <Radio key={id} value={id}>
              <strong>{pick(title)}</strong>
              <span className="muted block">
                {t(isOwn ? "experience.own" : "wizard.likeHouseholds", { households })}
              </span>
            </Radio>
          ))}
        </Radio.Group>
        <p className="muted">{t("wizard.likeHint")}</p>
      </fieldset>
      <fieldset className="wizard wizard-fields">
        <legend>{t("wizard.known")}</legend>
        {fields.map(([name, label, hint]) => (
          <label key={name} htmlFor={fieldId(name)}>
            <span>{label}</span>
            <Input
              id={fieldId(name)}
              {...(lacking.includes(name) ? { status: "error" as const, "aria-invalid": true } : {})}
              aria-describedby={`${fieldId(name)}-lacking`}
              value={value[name] ?? ""}
              placeholder={hint}
              onChange={(event) => put({ ...value, [name]: event.target.value })}
            />
            <span className="lacking" id={`${fieldId(name)}-lacking`}>
              {lacking.includes(name) ? t("wizard.lacking", { what: label }) : ""}
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
