declare module "mathjs/lib/browser/math.js" {
  import type { MathNode } from "mathjs/number";

  const mathjs: { readonly parse: (text: string) => MathNode };
  export default mathjs;
}
