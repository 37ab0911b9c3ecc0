import { Input } from "antd";
import { useEffect, useState } from "react";
import { useWords } from "../language/i18n.ts";
import { readPerson, renamePerson, usePerson } from "./person.ts";

/** The name of whoever works here; kept on this machine, asked for once. */
export function PersonInput() {
  const { t } = useWords();
  const name = usePerson((state) => state.name);
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (name === null) void readPerson();
  }, [name]);
  const keep = () => {
    if (typed !== null && typed.trim() !== name) void renamePerson(typed.trim());
    setTyped(null);
  };
  return (
    <Input
      aria-label={t("revisions.name")}
      placeholder={t("revisions.namePlaceholder")}
      maxLength={100}
      value={typed ?? name ?? ""}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  );
}
