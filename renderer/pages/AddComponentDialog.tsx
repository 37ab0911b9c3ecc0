import { Button, Input } from "antd";
import { useId, useMemo, useState } from "react";
import type { MechanismView } from "../../app/contract.ts";
import { type Offer, useOffers } from "../catalogue/useOffers.ts";
import { useWords } from "../language/i18n.ts";
import { useListKeys } from "../search/useListKeys.ts";
import { freshId } from "../session/ids.ts";
import { Dialog } from "../shell/Dialog.tsx";
import { Mark } from "../shell/Mark.tsx";
import { useFirst } from "../shell/useFirst.ts";
import { addComponent, takenIds } from "./components.ts";
import { IdInput, idProblem } from "./IdInput.tsx";

function Entry(props: {
  readonly offer: Offer;
  readonly id: string;
  readonly here: boolean;
  readonly onChoose: () => void;
}) {
  const { t, pick } = useWords();
  const { mechanism, there, isExpected } = props.offer;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the cursor, and its keys choose
    <div
      id={props.id}
      className={props.here ? "mechanism here" : "mechanism"}
      role="option"
      aria-selected={props.here}
      tabIndex={-1}
      onClick={props.onChoose}
    >
      <strong>{pick(mechanism.title)}</strong>
      <span>
        {pick(mechanism.summary)} {isExpected && <Mark tone="warn">{t("catalogue.expected")}</Mark>}
        {there > 0 && <Mark tone="quiet">{t("catalogue.there", { count: there })}</Mark>}
      </span>
    </div>
  );
}

/** 目录: components by the question they answer; what a project of this kind has and this one has not comes first. */
export function AddComponentDialog({ wanted, onClose }: { readonly wanted: string; readonly onClose: () => void }) {
  const { t, pick } = useWords();
  const [search, setSearch] = useState(wanted);
  const { groups, isNothing } = useOffers(search);
  const [named, setNamed] = useState<{ readonly of: string; readonly id: string } | null>(null);
  const taken = useMemo(takenIds, []);
  const list = useId();
  const first = useFirst();
  const offers = groups.flatMap((group) => group.offers);
  const add = (mechanism: MechanismView | undefined) => {
    if (mechanism === undefined) return;
    const id = named?.of === mechanism.id ? named.id : freshId(mechanism.id, taken);
    if (idProblem(id, taken) !== null) return;
    onClose();
    addComponent(mechanism, id);
  };
  const keys = useListKeys(
    (at) => `${list}-${at}`,
    offers.length,
    (at) => add(offers[at]?.mechanism),
    search,
  );
  const chosen = offers[keys.at]?.mechanism;
  const id = chosen === undefined ? "" : named?.of === chosen.id ? named.id : freshId(chosen.id, taken);
  let at = -1;
  return (
    <Dialog
      width={760}
      title={t("item.addComponent")}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("app.cancel")}
        </Button>,
        <Button
          key="add"
          type="primary"
          disabled={!chosen || idProblem(id, taken) !== null}
          onClick={() => add(chosen)}
        >
          {t("item.add")}
        </Button>,
      ]}
    >
      <Input
        allowClear
        ref={first}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={keys.id}
        aria-label={t("catalogue.search")}
        placeholder={t("catalogue.search")}
        value={search}
        onKeyDown={keys.onKeyDown}
        onChange={(event) => setSearch(event.target.value)}
      />
      {isNothing && <p className="muted">{t("catalogue.nothing", { what: search.trim() })}</p>}
      <div className="mechanisms" id={list} role="listbox" aria-label={t("item.addComponent")} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group within a list of options
          <div key={group.id} role="group" aria-label={t(`catalogue.questions.${group.id}`)}>
            <p className="mechanism-question" aria-hidden>
              {t(`catalogue.questions.${group.id}`)}
            </p>
            {group.offers.map((offer) => {
              at += 1;
              const own = at;
              return (
                <Entry
                  key={offer.mechanism.id}
                  offer={offer}
                  id={`${list}-${own}`}
                  here={own === keys.at}
                  onChoose={() => keys.setAt(own)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {chosen && (
        <>
          <p className="chosen-mechanism">{t("catalogue.chosen", { what: pick(chosen.title) })}</p>
          <IdInput value={id} taken={taken} onChange={(next) => setNamed({ of: chosen.id, id: next })} />
        </>
      )}
    </Dialog>
  );
}
