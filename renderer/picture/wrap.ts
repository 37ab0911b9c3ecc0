/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, size: number) => number;

/** One Chinese sign with the closing marks after it, a word of other letters, or blanks. */
const PIECES =
  /[“‘（《「『【]*[\u2e80-\uffef][，。；：、）》」』】！？”’]*|[^\s\u2e80-\uffef]+[，。；：、）》」』】！？”’]*|\s+/gu;

/** A text cut into lines of at most a width; a word longer than a line is cut where the line ends. */
export function wrapped(text: string, width: number, size: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  const add = (piece: string) => {
    if (measure(line + piece, size) <= width) line += piece;
    else if (measure(piece, size) > width && [...piece].length > 1) for (const sign of piece) add(sign);
    else {
      if (line.trim() !== "") lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  };
  for (const piece of text.match(PIECES) ?? []) add(piece);
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
