import type { Lang } from "./basics.ts";

/** A finished project of the user's own library (经验值库), kept in the data folder of this computer. */
export interface ExperienceProjectView {
  readonly id: string;
  readonly name: string;
  readonly city?: string;
  readonly type: "renovation" | "new-build";
  readonly mode?: string;
  /** Whole number. */
  readonly households: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** How many prices, rates, shares and terms others can be told. */
  readonly values: number;
}

export interface ExperienceView {
  readonly projects: readonly ExperienceProjectView[];
  /** Files of the library that cannot be read. */
  readonly unreadable: readonly string[];
}

/** 经验值: what another project has in the place of a value; a literal in the unit of the input. */
export interface ExperienceValueView {
  readonly project: string;
  readonly city?: string;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly value: string;
}

export interface ExperienceCalls {
  experience: { args: { lang: Lang }; value: ExperienceView };
  /** Takes the open model in; what it was before under its name and city is replaced. A locked file is refused: it would stand there as plain text. */
  addExperience: { args: { session: string; lang: Lang }; value: ExperienceView };
  dropExperience: { args: { id: string; lang: Lang }; value: ExperienceView };
  /** What the library has for the places of a model, by path. */
  experienceValues: {
    args: { session: string; scenario: string; lang: Lang };
    value: Readonly<Record<string, readonly ExperienceValueView[]>>;
  };
}
