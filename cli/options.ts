import type { Text } from "../models/wording/text.ts";

/** Options that several commands have, in words. */
export const SCENARIO: Text = { zh: "情景的代码,不写为基准情景", en: "id of a scenario; the base one when left out" };
export const ENGINE: Text = {
  zh: "record 十进制复核(默认),kernel 快速",
  en: "record: decimals, the default; kernel: the fast one",
};
export const BY: Text = { zh: "period 按计算期,year 按年", en: "columns by period or by year" };

/** What every command has beside its own. */
export const EVERYWHERE = {
  json: { zh: "标准输出只有一个 JSON 值", en: "one JSON value on stdout and nothing else" },
  lang: { zh: "zh 或 en,默认 zh", en: "zh or en; zh when left out" },
  "passphrase-fd": {
    zh: "口令从此文件描述符读,每行一个,如 0;不写则在终端询问",
    en: "file descriptor to read passphrases from, one a line, such as 0; asked for on the terminal when left out",
  },
  "time-limit": { zh: "最多计算几秒,默认 60", en: "seconds it may compute, 60 when left out" },
} satisfies Record<string, Text>;
