import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import type { Text } from "./text.ts";

/** A message and its hint (empty where the message says it all), in both languages; `{name}` stands for an argument. */
export type Wording = readonly [zh: string, en: string, zhHint: string, enHint: string];

/** A problem in the words of its code. */
export function worded(code: string, wording: Wording, path: string, args: Arguments): Problem {
  const [zh, en, zhHint, enHint] = wording;
  const message: Text = { zh: fill(zh, args, "zh"), en: fill(en, args, "en") };
  return zhHint === ""
    ? { code, message, path }
    : { code, message, path, hint: { zh: fill(zhHint, args, "zh"), en: fill(enHint, args, "en") } };
}

function fill(template: string, args: Arguments, lang: keyof Text): string {
  return template.replace(/\{([a-z]+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) throw new Error(`wording needs an argument ${place}: ${template}`);
    return typeof value === "object" ? value[lang] : String(value);
  });
}
