import { Button, Skeleton } from "antd";
import { addLocalPack } from "../documents/localPack.ts";
import { PackRow } from "../documents/PackRow.tsx";
import { addPack, usePacks } from "../documents/packs.ts";
import { Icon } from "../icons/Icon.tsx";
import { useWords } from "../language/i18n.ts";
import { useSession } from "../session/store.ts";
import { Mark } from "../shell/Mark.tsx";
import { goTo } from "../shell/navigation.ts";
import { PageFrame } from "./PageFrame.tsx";

/** 政策参数包: which the file uses, in which version, and whether they are what they say they are. */
export function PacksPage() {
  const { t, pick } = useWords();
  const packs = usePacks();
  const readOnly = useSession((state) => state.session?.readOnly !== undefined);
  return (
    <PageFrame
      title={t("page.packs")}
      lead={t("lead.packs")}
      tools={
        <Button icon={<Icon name="law" />} onClick={() => goTo({ page: "rules" })}>
          {t("page.rules")}
        </Button>
      }
    >
      {packs === undefined ? (
        <Skeleton active title={false} />
      ) : (
        <>
          {packs.used.map((pack, index) => (
            <PackRow key={pack.id} pack={pack} isFirst={index === 0} known={packs.known} />
          ))}
          <Button size="small" icon={<Icon name="plus" />} disabled={readOnly} onClick={addLocalPack}>
            {t("packs.addLocal")}
          </Button>
          <h3 className="part-title">{t("packs.offered")}</h3>
          {packs.offered.length === 0 && <p className="muted">{t("packs.noneOffered")}</p>}
          {packs.offered.map(({ id, version, title, source, draft }) => (
            <div key={id} className="pack-offer" data-path={`packs/${id}`}>
              <Button
                size="small"
                icon={<Icon name="plus" />}
                disabled={readOnly}
                aria-label={`${t("packs.add")} ${pick(title)}`}
                onClick={() => addPack(id, version)}
              >
                {t("packs.add")}
              </Button>
              <span>{pick(title)}</span>
              {draft && <Mark tone="warn">{t("field.draft")}</Mark>}
              <span className="muted">
                {source} · {version}
              </span>
            </div>
          ))}
        </>
      )}
    </PageFrame>
  );
}
