import { App, Button, Dropdown } from "antd";
import { type ReactNode, useRef } from "react";
import { Icon } from "../icons/Icon.tsx";
import { type Translate, useWords } from "../language/i18n.ts";
import { offerBlob } from "../session/bytes.ts";
import { useDocument } from "../session/effective.ts";
import { isObject, textOf } from "../session/json.ts";
import { useSession } from "../session/store.ts";
import { type Drawing, drawingIn, keysIn } from "./drawing.ts";
import { type Framed, framed } from "./frame.ts";
import { fileName, measureText, pngOf, svgBlob } from "./save.ts";

interface PicturedProps {
  readonly title: string;
  /** What the numbers of the chart are in. */
  readonly unit?: string;
  /** Where it is not the scenario shown that the chart is of. */
  readonly scenario?: string;
  /** What the chart alone does not say, such as what its numbers stand for. */
  readonly notes?: readonly string[];
  readonly className?: string;
  /** Draws what the page shows by boxes and not as SVG. */
  readonly draw?: (colour: (name: string) => string) => Drawing;
  /** Legend or heading, beside the button. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** Project, scenario and unit, as a picture that stands alone has to say them. */
function useFacts({ unit, scenario }: Pick<PicturedProps, "unit" | "scenario">): readonly string[] {
  const { t } = useWords();
  const project = useDocument()["project"];
  const shown = useSession((state) => state.scenarios.find(({ id }) => id === state.scenario)?.label);
  const name = isObject(project) ? textOf(project["name"]) : "";
  const facts = [
    ["picture.project", name],
    ["picture.scenario", scenario ?? shown ?? ""],
    ["picture.unit", unit ?? ""],
  ] as const;
  return facts.flatMap(([key, value]) => (value === "" ? [] : [t(key, { value })]));
}

interface Told {
  readonly title: string;
  readonly facts: readonly string[];
  readonly notes: readonly string[];
}

/** Makes the picture of what is drawn, in the light colours whatever the theme. */
function pictureOf(host: HTMLElement, { title, facts, notes, draw }: Told & Pick<PicturedProps, "draw">): Framed {
  host.classList.add("light-colours");
  try {
    const style = getComputedStyle(host);
    const drawing = draw?.((name) => style.getPropertyValue(`--${name}`)) ?? drawingIn(host);
    if (drawing === null) throw new Error("there is no chart to be saved");
    const captions = [...host.querySelectorAll("figcaption")].map((caption) => caption.textContent ?? "");
    return framed({ title, facts, keys: keysIn(host), notes: [...captions, ...notes], drawing }, measureText);
  } finally {
    host.classList.remove("light-colours");
  }
}

const canCopy = (): boolean => typeof ClipboardItem !== "undefined" && navigator.clipboard !== undefined;

const entries = (t: Translate) => [
  { key: "png", label: t("picture.png") },
  { key: "svg", label: t("picture.svg") },
  ...(canCopy() ? [{ key: "copy", label: t("picture.copy") }] : []),
];

/** A chart with the menu 存为图片 that saves it, as it is drawn, with its title, project, scenario, unit and legend. */
export function Pictured({ title, notes = [], className = "", head, draw, children, ...about }: PicturedProps) {
  const { t } = useWords();
  const { message } = App.useApp();
  const host = useRef<HTMLDivElement>(null);
  const facts = useFacts(about);
  const project = useSession((state) => state.session?.name ?? "");
  const copy = async (picture: Framed) => {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(picture) })]);
      message.success(t("picture.copied"));
    } catch {
      message.warning(t("picture.copyFailed"));
    }
  };
  const act = async (key: string) => {
    if (host.current === null) return;
    const picture = pictureOf(host.current, { title, facts, notes, ...(draw === undefined ? {} : { draw }) });
    if (key === "copy") return copy(picture);
    const ending = key === "png" ? "png" : "svg";
    offerBlob(fileName([project, title], ending), ending === "png" ? await pngOf(picture) : svgBlob(picture));
  };
  return (
    <div className={`pictured ${className}`} ref={host}>
      <div className="picture-head">
        {head}
        <span className="grow" />
        <Dropdown autoFocus menu={{ items: entries(t), onClick: ({ key }) => void act(key) }} trigger={["click"]}>
          <Button
            type="text"
            size="small"
            aria-haspopup="menu"
            aria-label={t("picture.save", { title })}
            title={t("picture.saveShort")}
            icon={<Icon name="picture" />}
          />
        </Dropdown>
      </div>
      {children}
    </div>
  );
}
