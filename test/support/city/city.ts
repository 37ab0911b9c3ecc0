import { readExample } from "../../../app/files/examples.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { seeded } from "../../engines/random.ts";
import { moved } from "../../trust/transform/dates.ts";
import { type Size, sized } from "./sized.ts";
import { uncertainties } from "./uncertain.ts";

/** A project of every type and way of renewal, and the sizes at which its households stay whole and its grants and funds suffice. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  "new-build": ["0.5", "0.75", "1", "1.25", "1.5", "2"],
  "special-bond": ["0.5", "0.75", "1", "1.25", "1.5"],
  zhegong: ["0.5", "0.75", "1", "1.25", "1.5"],
  rebuild: ["0.5", "1", "1.5", "2", "2.5"],
  infill: ["1", "2", "3"],
  rehabilitation: ["0.5", "0.75", "0.8", "0.9", "1"],
};

/** Months by which a project may be earlier or later than its example and meet no other law. */
const [EARLIEST, LATEST] = [-3, 12];
const PERMILLE = 1000;

export interface Community {
  readonly id: string;
  /** The example it was made of. */
  readonly kind: string;
  readonly document: ModelDocument;
}

/**
 * A city of communities that differ in areas, households, prices and start; the same for the same seed.
 * @param count communities, kinds in turn
 */
export async function* city(count: number, seed = 1): AsyncGenerator<Community> {
  const random = seeded(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const kinds = Object.entries(KINDS);
  const digits = String(count).length;
  for (let index = 0; index < count; index += 1) {
    const [kind, scales] = kinds[index % kinds.length] ?? ["", []];
    const read = await readExample(kind);
    if (!read.ok) throw new Error(`${kind}: ${read.problems.map(({ message }) => message.en).join("; ")}`);
    const size: Size = {
      scale: scales[whole(0, scales.length - 1)] ?? "1",
      dearness: permille(whole(950, 1050)),
      income: permille(whole(970, 1000)),
    };
    const id = `c${String(index + 1).padStart(digits, "0")}`;
    const document = moved(sized(read.value, size), whole(EARLIEST, LATEST));
    const uncertainty = uncertainties(document);
    const project = { ...document.project, name: `${document.project.name} ${id}` };
    yield { id, kind, document: { ...document, project, uncertainty } };
  }
}

const permille = (value: number): string => String(value / PERMILLE);
