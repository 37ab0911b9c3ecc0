/** Outlines on a grid of 16, drawn with the colour of the text around them. */
const outlines = {
  undo: "M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6",
  redo: "M10 3l3 3-3 3M13 6H6.500a3.5 3.5 0 0 0 0 7H10",
  save: "M3 3h8l2 2v8H3zM5.500 3v3.500h4V3M5.500 13V9.500h5V13",
  open: "M2 13V4h4l1.500 2H13v2M2 13l2-5h11l-2 5z",
  file: "M4 2h5l3 3v9H4zM9 2v3h3",
  plus: "M8 3v10M3 8h10",
  trash: "M3 4.500h10M6 4.500V3h4v1.500M4.500 4.500 5 13h6l.5-8.500M7 7v4M9 7v4",
  copy: "M6 6h7v7H6zM10 6V3H3v7h3",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM6.500 6.500a1.600 1.600 0 1 1 2.300 1.400c-.5.3-.8.6-.8 1.200M8 11.300v.1",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.500v1.500M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1.100 1.100M11.500 11.500l1.100 1.100M12.600 3.400l-1.100 1.100M4.500 11.500l-1.100 1.100",
  moon: "M13 9.500A5.500 5.500 0 1 1 6.500 3a4.500 4.500 0 0 0 6.500 6.500z",
  clip: "M12.500 7.500 8 12a3 3 0 0 1-4.200-4.200l5-5a2 2 0 0 1 2.800 2.800l-5 5a1 1 0 0 1-1.400-1.400L9.500 5",
  review: "M3.500 2.500h9v6M3.500 2.500v11h4M5.500 5.500h5M5.500 8h3M8.500 11.500l2 2 3.500-4",
  fx: "M9.500 3.500C8 2.500 7 3.500 6.800 5L6 11c-.2 1.700-1.200 2.500-2.500 1.500M4.500 6.500h4.500M9.500 8.500l4 4.500M13.500 8.500l-4 4.500",
  check: "M3 8.500 6.500 12 13 4.500",
  cross: "M4 4l8 8M12 4l-8 8",
  dash: "M4 8h8",
  warn: "M8 2.500 14.500 13.500h-13zM8 6.500v3.500M8 11.800v.1",
  right: "M6 3.500 10.500 8 6 12.500",
  up: "M3.500 10 8 5.500 12.500 10",
  down: "M3.500 6 8 10.500 12.500 6",
  back: "M10 3.500 5.500 8l4.500 4.500",
  board: "M2.500 13.500h11M4 13V8M7 13V4M10 13V9.500M13 13V6",
  blocks: "M2.500 2.500h4.500v4.500H2.500zM9 2.500h4.500v4.500H9zM2.500 9h4.500v4.500H2.500zM9 9h4.500v4.500H9z",
  sheet: "M2.500 3h11v10h-11zM2.500 6.300h11M2.500 9.600h11M6 3v10",
  table: "M2.500 3h11v10h-11zM2.500 6h11M9.500 6v7",
  branch: "M4.500 3v10M4.500 9c0-2.500 7-1.500 7-4.500M11.500 3v1.500",
  dice: "M3 3h10v10H3zM5.600 5.600v.1M10.400 5.600v.1M8 8v.1M5.600 10.400v.1M10.400 10.400v.1",
  target: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 10.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z",
  advise: "M8 2a4 4 0 0 1 2.200 7.300V11H5.800V9.300A4 4 0 0 1 8 2zM6 13.500h4",
  restore: "M3 3v4h4M3.500 7A5 5 0 1 1 3 9.500",
  people:
    "M6 7.5a2.200 2.200 0 1 0 0-4.400 2.200 2.200 0 0 0 0 4.400zM2 13c0-2.500 1.700-4 4-4s4 1.500 4 4M10.500 3.300a2.200 2.200 0 0 1 0 4.100M11.500 9.200c1.600.4 2.500 1.800 2.500 3.800",
  pin: "M8 14c-3-3.500-4.500-5.700-4.500-7.700a4.500 4.500 0 0 1 9 0C12.500 8.300 11 10.500 8 14zM8 8a1.700 1.700 0 1 0 0-3.400A1.700 1.700 0 0 0 8 8z",
  time: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.500V8l2.500 1.500",
  stamp: "M3 13.500h10M4 11h8V9.500H9.500V7a2.500 2.500 0 1 0-3 0v2.500H4z",
  law: "M8 2.500v11M4.500 13.500h7M3 5h10M3 5 1.500 9h3L3 5zM13 5l-1.500 4h3L13 5z",
  rule: "M3 3.500h10M3 8h10M3 12.500h6M11.500 11v3M10 12.500h3",
  gear: "M3 4.500h6M12 4.500h1M3 11.500h1M7 11.500h6M10.500 6.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400zM5.500 13.200a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400z",
} as const;

export type IconName = keyof typeof outlines;

/** A small outline beside a text that says the same, or inside a button that is labelled. */
export function Icon({ name, size = 15 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={outlines[name]} />
    </svg>
  );
}
