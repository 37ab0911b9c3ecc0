const two = (value: number): string => String(value).padStart(2, "0");

/** The day of a moment, in local time: `2026-11-28`. */
export function dayText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return [String(date.getFullYear()), two(date.getMonth() + 1), two(date.getDate())].join("-");
}

/** A moment as people here read it off a clock: `2026-11-28 09:05`, in local time. */
export function momentText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return `${dayText(at)} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
