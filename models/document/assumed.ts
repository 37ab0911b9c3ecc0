import type { ModelDocument } from "./schema.ts";

/** A value taken from the own library or a guided start that nobody has confirmed yet: neither missing nor given. */
export interface Assumed {
  /** `components/ID/inputs/NAME`. */
  readonly path: string;
  readonly source: string;
}

/** Every assumed value of the components that are on. */
export function assumedInputs({ components }: ModelDocument): readonly Assumed[] {
  return components
    .filter(({ enabled }) => enabled)
    .flatMap(({ id, evidence = {} }) =>
      Object.entries(evidence).flatMap(([name, given]) =>
        "assumed" in given ? [{ path: `components/${id}/inputs/${name}`, source: given.assumed }] : [],
      ),
    );
}
