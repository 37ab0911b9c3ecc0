import { Radio } from "antd";
import type { ReactNode } from "react";
import type { Lang } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatNumber, type NegativeStyle } from "../numbers/format.ts";
import { displayOf, type MoneyScale } from "../numbers/units.ts";
import { type ThemeChoice, usePreferences } from "../preferences/store.ts";
import { PersonInput } from "../revisions/PersonInput.tsx";
import { Dialog } from "./Dialog.tsx";
import { closeDialog } from "./navigation.ts";

const sample = "-12345678.9";

function Choice<T extends string>(props: {
  readonly title: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <fieldset className="preference">
      <legend>{props.title}</legend>
      <Radio.Group
        value={props.value}
        options={[...props.options]}
        optionType="button"
        size="middle"
        onChange={(event) => props.onChange(event.target.value as T)}
      />
    </fieldset>
  );
}

/** Language, colours, unit of money and the look of negatives; kept on this machine, never in the model. */
export function PreferencesDialog() {
  const { t } = useWords();
  const { lang, theme, money, negative, set } = usePreferences();
  const display = displayOf("CNY", money, t);
  const negativeLabel = (style: NegativeStyle) => (
    <span className={style === "red" ? "figure negative" : "figure"}>{formatNumber(sample, display, style).text}</span>
  );
  return (
    <Dialog title={t("preferences.title")} onCancel={closeDialog} footer={null} width={460}>
      <fieldset className="preference">
        <legend>{t("revisions.name")}</legend>
        <PersonInput />
        <p className="muted">{t("revisions.nameHint")}</p>
      </fieldset>
      <Choice<Lang>
        title={t("preferences.language")}
        value={lang}
        options={[
          { value: "zh", label: t("preferences.chinese") },
          { value: "en", label: t("preferences.english") },
        ]}
        onChange={(value) => set({ lang: value })}
      />
      <Choice<ThemeChoice>
        title={t("preferences.theme")}
        value={theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`preferences.${value}`) }))}
        onChange={(value) => set({ theme: value })}
      />
      <Choice<MoneyScale>
        title={t("preferences.money")}
        value={money}
        options={(["yuan", "wan", "yi"] as const).map((value) => ({ value, label: t(`unit.money.${value}`) }))}
        onChange={(value) => set({ money: value })}
      />
      <Choice<NegativeStyle>
        title={t("preferences.negative")}
        value={negative}
        options={(["paren", "red", "minus"] as const).map((value) => ({ value, label: negativeLabel(value) }))}
        onChange={(value) => set({ negative: value })}
      />
      <p className="muted">{t("preferences.kept")}</p>
    </Dialog>
  );
}
