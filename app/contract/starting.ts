import type { TextView } from "./basics.ts";

export interface ExampleInfo {
  readonly id: string;
  readonly title: TextView;
  readonly summary: TextView;
  /** A portfolio has no board. */
  readonly kind: "project" | "portfolio";
  /** Of a project. */
  readonly type?: "renovation" | "new-build";
  readonly mode?: string;
  readonly households?: string;
}

/** 按类似项目起步: the project whose components and values a new one begins with, and what is known of the new one at once. */
export interface SimilarTo {
  /** An example, or a project of the user's own library. */
  readonly example: string;
  readonly isOwn?: true;
  readonly name: string;
  readonly city?: string;
  /** Whole number. */
  readonly households: string;
  /** `YYYY-MM` */
  readonly start: string;
}

/** One question of the guide: fields of the project and inputs of mechanisms that answer it. */
export interface GuideStep {
  readonly id: string;
  readonly title: TextView;
  readonly ask: TextView;
  readonly project: readonly string[];
  readonly inputs: Readonly<Record<string, readonly string[]>>;
}

export interface RecentFile {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly missing: boolean;
}
