import { type ReactNode, useId } from "react";

interface PanelProps {
  readonly title: string;
  readonly className?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of a page with its title and tools. */
export function Panel({ title, className = "", tools, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        <span className="grow" />
        {tools}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
