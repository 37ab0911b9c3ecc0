import type { Command } from "../arguments.ts";
import { Exit } from "../output.ts";

export const serve: Command = {
  takes: "serve [FILE] [--port N]",
  does: { zh: "在浏览器中打开界面(仅本机,带令牌)", en: "the face in a browser, on this machine only, with a token" },
  words: [0, 1],
  options: ["port"],
  run: async () => Exit.badCall,
};
