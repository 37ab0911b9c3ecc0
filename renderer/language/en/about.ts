import type { about as zh } from "../zh/about.ts";

export const about: typeof zh = {
  about: {
    title: "About Pingheng",
    version: "Version",
    commit: "Commit",
    modified: "(with changes)",
    date: "Built as of",
    runtime: "Runs in",
    licence: "Pingheng is released under the MIT licence. It works offline and connects to nothing.",
  },
  licences: {
    title: "Open-source licences",
    lead: "This program contains {{count}} pieces of software by others; open one for the text of its licence.",
    none: "No list of licences was found: face and host have not been built.",
    noText: "The package says it is licensed under {{licence}}, and came without the text.",
  },
};
