import type { ReactNode } from "react";

/** A page below the verdict strip: title, one sentence, tools, content. */
export function PageFrame(props: {
  readonly title: string;
  readonly lead?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h2>{props.title}</h2>
          {props.lead !== undefined && <p className="muted">{props.lead}</p>}
        </div>
        <span className="grow" />
        {props.tools}
      </header>
      {props.children}
    </section>
  );
}
