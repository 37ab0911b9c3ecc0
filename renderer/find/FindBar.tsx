import { Input } from "antd";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { IconButton } from "../icons/IconButton.tsx";
import { useWords } from "../language/i18n.ts";
import { useReadings } from "../search/readings.ts";
import { useFocusBack } from "../shell/Dialog.tsx";
import { useNavigation } from "../shell/navigation.ts";
import { markPlaces, unmark } from "./marks.ts";
import { type FoundPlace, placesOn, rangesInSight } from "./places.ts";
import { closeFind, findOn, lookFor, useFind } from "./store.ts";

/** Quiet time after which a page that changed is looked through again. */
const REST_MS = 150;

const page = (): Element => document.querySelector("main") ?? document.body;

/** The places of the page, looked up anew when it changes. */
function usePlaces(typed: string): readonly FoundPlace[] {
  const [places, setPlaces] = useState<readonly FoundPlace[]>([]);
  const canRead = useReadings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the readings more is found
  useEffect(() => {
    const look = () => setPlaces(placesOn(page(), typed));
    look();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    });
    observer.observe(page(), { childList: true, characterData: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [typed, canRead]);
  return places;
}

function FindField() {
  const { t } = useWords();
  const { typed, at, steps } = useFind();
  const places = usePlaces(typed);
  useFocusBack();
  const here = places.length === 0 ? 0 : ((at % places.length) + places.length) % places.length;
  const shown = places[here];
  const seen = useRef(-1);
  useLayoutEffect(() => {
    // A page that changes of itself is not moved.
    if (shown !== undefined && seen.current !== steps) {
      seen.current = steps;
      shown.show();
    }
    markPlaces(places, shown, rangesInSight(page(), typed));
  }, [places, shown, steps, typed]);
  useEffect(() => unmark, []);
  // Another page is another search, from its beginning.
  const where = useNavigation((state) => `${state.page} ${state.item ?? ""}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew on another page
  useEffect(() => useFind.setState({ at: 0 }), [where]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") closeFind();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      shown?.enter();
      closeFind();
    } else if (event.key === "Enter") findOn(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find-bar">
      <Input
        autoFocus
        aria-label={t("find.title")}
        placeholder={t("find.placeholder")}
        value={typed}
        onFocus={({ target }) => target.select()}
        onKeyDown={onKeyDown}
        onChange={({ target }) => lookFor(target.value)}
      />
      <span className="find-count" role="status">
        {typed.trim() === ""
          ? ""
          : places.length === 0
            ? t("find.none")
            : t("find.of", { at: here + 1, count: places.length })}
      </span>
      <IconButton icon="up" label={t("find.before")} onClick={() => findOn(-1)} />
      <IconButton icon="down" label={t("find.next")} onClick={() => findOn(1)} />
      <IconButton icon="cross" label={t("find.close")} onClick={closeFind} />
      <span className="find-hint muted">{t("find.hint")}</span>
    </search>
  );
}

/** 页内查找, over the page. */
export function FindBar() {
  const isOpen = useFind((state) => state.isOpen);
  return isOpen ? <FindField /> : null;
}
