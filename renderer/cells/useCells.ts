import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { Cells } from "./cells.ts";
import type { Sheet } from "./sheet.ts";

/** The keys of a spreadsheet for the cells of an element, which say where they are by `data-cell`. */
export function useCells<E extends HTMLElement>(sheet: Sheet) {
  const holder: RefObject<E | null> = useRef(null);
  const [cells] = useState(() => new Cells(sheet));
  useLayoutEffect(() => {
    cells.sheet = sheet;
    cells.holder = holder.current;
    cells.settle();
  });
  const [handlers] = useState(() => ({
    onKeyDownCapture: cells.keyDown.bind(cells),
    onInputCapture: cells.input.bind(cells),
    onCompositionStartCapture: cells.input.bind(cells),
    onFocusCapture: cells.focused.bind(cells),
    onBlurCapture: cells.left.bind(cells),
    onMouseDownCapture: cells.mouseDown.bind(cells),
    onMouseOver: cells.mouseOver.bind(cells),
    onCopyCapture: cells.copy.bind(cells),
    onCutCapture: cells.cut.bind(cells),
    onPasteCapture: cells.paste.bind(cells),
  }));
  return { holder, handlers, addRow: () => cells.addRow() };
}
