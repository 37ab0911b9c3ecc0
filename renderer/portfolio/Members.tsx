import { Button, InputNumber } from "antd";
import { useRef } from "react";
import type { PortfolioMemberView, PortfolioView } from "../../app/contract.ts";
import { Panel } from "../board/Panel.tsx";
import { WhyButton } from "../explain/WhyButton.tsx";
import { inBoth, useWords } from "../language/i18n.ts";
import { Figure } from "../numbers/Figure.tsx";
import { edit } from "../session/edit.ts";
import { useValue } from "../session/effective.ts";
import { useSession } from "../session/store.ts";
import { DataTable } from "../tables/DataTable.tsx";
import { takeMember } from "./take.ts";
import { type Found, foundIn } from "./usePortfolio.ts";

/** Every project: when it begins, what it needs alone, and what the pool makes of it. */
export function Members({ view }: { readonly view: PortfolioView }) {
  const { t } = useWords();
  const found = foundIn(view);
  return (
    <Panel
      title={t("portfolio.members")}
      className="folio-members"
      tools={<PickMember words={t("portfolio.addMember")} />}
    >
      <div className="table-editor">
        <DataTable className="plain">
          <thead>
            <tr>
              <th scope="col">{t("portfolio.member")}</th>
              <th scope="col">{t("portfolio.startMonths")}</th>
              <th scope="col">{t("portfolio.start")}</th>
              <th scope="col">{t("portfolio.end")}</th>
              {(["need", "needYear", "creditPeak", "received"] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {t(`portfolio.${name}`)}
                </th>
              ))}
              <th scope="col" aria-label={t("portfolio.remove")} />
            </tr>
          </thead>
          <tbody>
            {view.members.map((member) => (
              <MemberRow key={member.id} member={member} found={found} />
            ))}
          </tbody>
          <tfoot>
            <Sum
              words={t("portfolio.together")}
              found={found}
              need="pool.need_separate"
              credit="pool.credit_peak_separate"
            />
            <Sum
              words={t("portfolio.pooled")}
              found={found}
              need="pool.need"
              year="pool.need_year"
              credit="pool.credit_peak"
            />
          </tfoot>
        </DataTable>
      </div>
    </Panel>
  );
}

/** A figure of one value that says why it is so. */
export function Fact({
  id,
  found,
  withUnit = false,
}: {
  readonly id: string;
  readonly found: Found;
  readonly withUnit?: boolean;
}) {
  const { pick } = useWords();
  const figure = found.figure(id);
  if (figure === undefined) return null;
  return (
    <WhyButton cell={id} label={pick(figure.label)}>
      <Figure value={figure.value} unit={figure.unit} id={id} withUnit={withUnit} />
    </WhyButton>
  );
}

function Sum(props: {
  readonly words: string;
  readonly found: Found;
  readonly need: string;
  readonly year?: string;
  readonly credit: string;
}) {
  const { words, found, need, year, credit } = props;
  return (
    <tr className="total">
      <th scope="row" colSpan={4}>
        {words}
      </th>
      <td className="number">
        <Fact id={need} found={found} />
      </td>
      <td className="number">{year !== undefined && <Fact id={year} found={found} />}</td>
      <td className="number">
        <Fact id={credit} found={found} />
      </td>
      <td colSpan={2} />
    </tr>
  );
}

function MemberRow({ member, found }: { readonly member: PortfolioMemberView; readonly found: Found }) {
  const { t, pick } = useWords();
  const { id, problem } = member;
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  const at = (name: string) => `member.${id}.${name}`;
  return (
    <tr data-member={id}>
      <th scope="row">
        {pick(member.label)}
        {problem !== undefined && <div className="cell-problem">{problem}</div>}
      </th>
      <td>
        <StartMonths member={member} />
      </td>
      <td className="figure month-of">{member.start ?? "–"}</td>
      <td className="figure month-of">{member.end ?? "–"}</td>
      {["need", "need_year", "credit_peak", "received"].map((name) => (
        <td key={name} className="number">
          <Fact id={at(name)} found={found} />
        </td>
      ))}
      <td className="row">
        {!member.embedded && <PickMember words={t("portfolio.supply")} member={id} />}
        <Button
          size="small"
          type="text"
          disabled={readOnly}
          onClick={() => edit([{ path: `members/${id}` }], { label: inBoth("portfolio.removed") })}
        >
          {t("portfolio.remove")}
        </Button>
      </td>
    </tr>
  );
}

/** By how many months the whole project is moved. */
function StartMonths({ member }: { readonly member: PortfolioMemberView }) {
  const { t, pick } = useWords();
  const path = `members/${member.id}/startMonths`;
  const value = useValue(path);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <InputNumber
      size="small"
      className="folio-months"
      aria-label={`${t("portfolio.startMonths")} ${pick(member.label)}`}
      min={-720}
      max={720}
      precision={0}
      step={member.starts?.every ?? 1}
      disabled={readOnly}
      value={typeof value === "number" ? value : 0}
      onChange={(months) => {
        if (months !== null) edit([{ path, value: months }], { label: inBoth("portfolio.moved"), group: path });
      }}
    />
  );
}

/** Takes a model file into the portfolio. */
function PickMember({ words, member }: { readonly words: string; readonly member?: string }) {
  const input = useRef<HTMLInputElement>(null);
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <>
      <Button size="small" disabled={readOnly} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pingheng,.json"
        aria-label={words}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void takeMember(file, member);
        }}
      />
    </>
  );
}
