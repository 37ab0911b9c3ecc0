const two = (value: number): string => String(value).padStart(2, "0");

/** A moment as people here read it off a clock: `2026-11-28 09:05`, in local time. */
export function momentText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = [String(date.getFullYear()), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
