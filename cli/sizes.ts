/** Sizes of stresses as they are typed: `price_down=-0.15,sales_late=18`. */
export function sizesIn(text: string): readonly (readonly [id: string, size: string])[] {
  return text
    .split(",")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [id = "", ...size] = pair.split("=");
      return [id, size.join("=")];
    });
}
