import { Button, Input, Segmented, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import type { FieldView, Json } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { formatExact } from "../numbers/format.ts";
import { displayOfField } from "../numbers/units.ts";
import { usePreferences } from "../preferences/store.ts";
import { useValue } from "../session/effective.ts";
import { textOf } from "../session/json.ts";
import { attributes, type ControlProps } from "./controls.ts";
import { phaseBegun } from "./follow.ts";
import { Labelled } from "./Labelled.tsx";
import { MonthControl } from "./MonthControl.tsx";
import type { Interval } from "./months.ts";
import { NumberControl } from "./NumberControl.tsx";
import { ProfileCells } from "./ProfileCells.tsx";
import {
  beginning,
  LONGEST,
  lengthMeant,
  newProfile,
  type Profile,
  profileSum,
  profileValue,
  readProfile,
  withLength,
} from "./profile.ts";

const intervalsOf = ({ from }: Profile): readonly Interval[] => [
  "month",
  "quarter",
  "half-year",
  "year",
  ...(phaseBegun(from) === null ? [] : (["phase"] as const)),
];

function Sum({ field, profile }: { readonly field: FieldView; readonly profile: Profile }) {
  const { t } = useWords();
  const money = usePreferences((state) => state.money);
  const sum = profileSum(profile);
  if (sum === null) return null;
  const display = displayOfField(field, money, t);
  return (
    <span className="profile-sum" data-sum={sum}>
      {t("field.sum")} <strong className="figure">{formatExact(sum, display.places)}</strong> {display.unit}
    </span>
  );
}

function Head(props: ControlProps & { readonly profile: Profile; readonly put: (profile: Profile) => void }) {
  const { profile, put, field } = props;
  const { t } = useWords();
  const [count, setCount] = useState<string | null>(null);
  const meant = count === null ? null : lengthMeant(count);
  const setLength = () => {
    if (meant === null) return;
    setCount(null);
    put(withLength(profile, meant));
  };
  return (
    <div className="profile-head">
      <Labelled label={t("field.profileFrom")} className="inline-field">
        {(id) => (
          <MonthControl
            id={id}
            field={field}
            value={profile.from}
            disabled={props.disabled}
            invalid={false}
            onChange={(from) => from !== undefined && put(beginning(profile, from))}
          />
        )}
      </Labelled>
      <span className="inline-field">
        <span>{t("field.profileEvery")}</span>
        <Select<Interval>
          value={profile.every}
          disabled={props.disabled}
          aria-label={t("field.profileEvery")}
          options={intervalsOf(profile).map((value) => ({
            value,
            label: t(`interval.${value}`),
          }))}
          onChange={(every) => put({ ...profile, every })}
        />
      </span>
      <Labelled label={t("field.profileCount")} className="inline-field">
        {(id) => (
          <Input
            id={id}
            className="count-input"
            disabled={props.disabled}
            value={count ?? String(profile.values.length)}
            onChange={(event) => setCount(event.target.value)}
            onBlur={setLength}
            onPressEnter={setLength}
            {...(count !== null && meant === null ? { status: "error" as const } : {})}
          />
        )}
      </Labelled>
      {count !== null && meant === null && (
        <span className="cell-problem" role="alert">
          {t("field.countRefused", { most: LONGEST, now: profile.values.length })}
        </span>
      )}
      <Sum field={field} profile={profile} />
    </div>
  );
}

/** A value per year, quarter … in a grid that takes a paste from Excel; rates may also be one constant number. */
export function ProfileControl(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useWords();
  const start = textOf(useValue("timeline/start"));
  const meaning = field.meaning ?? "rate";
  // Begun and not filled in: nothing is entered before the first figure is.
  const [begun, setBegun] = useState<Profile | null>(null);
  const stored = readProfile(value, meaning);
  const place = useRef<HTMLDivElement>(null);
  const [justBegun, setJustBegun] = useState(false);
  // The button that had the focus has gone.
  useEffect(() => {
    if (!justBegun) return;
    setJustBegun(false);
    place.current?.querySelector("input")?.focus();
  }, [justBegun]);
  const profile = stored ?? (value === undefined ? begun : null);
  const put = (next: Profile) => onChange(profileValue(next));
  const shape = stored === null ? setBegun : put;
  const toProfile = () => {
    const fresh = newProfile(meaning, start === "" ? "2026-01" : start);
    setJustBegun(true);
    if (value === undefined) setBegun(fresh);
    else put({ ...fresh, values: fresh.values.map(() => textOf(value)) });
  };
  if (!profile) {
    return (
      <div className="profile-start">
        {meaning === "rate" && <NumberControl {...props} />}
        {/* Beside a number the label and its id are the number's. */}
        <Button
          {...(meaning === "rate" ? { disabled: props.disabled } : attributes({ ...props, invalid: false }))}
          size="small"
          onClick={toProfile}
        >
          {t("field.profileBegin")}
        </Button>
      </div>
    );
  }
  return (
    <div className="profile" ref={place}>
      {meaning === "rate" && (
        <Segmented
          size="small"
          disabled={props.disabled}
          value="profile"
          options={[
            { value: "constant", label: t("field.constant") },
            { value: "profile", label: t("field.byPeriod") },
          ]}
          onChange={(mode) => {
            if (mode !== "constant") return;
            setBegun(null);
            if (stored !== null) onChange((stored.values[0] ?? "0") as Json);
          }}
        />
      )}
      <Head {...props} profile={profile} put={shape} />
      <ProfileCells {...props} profile={profile} put={put} isEntered={stored !== null} />
    </div>
  );
}
