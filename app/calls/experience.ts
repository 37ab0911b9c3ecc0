import { seenBy } from "../../models/document/scenario.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { ExperienceProjectView, ExperienceView, Lang, Reply } from "../contract.ts";
import { type Experience, type ExperienceLibrary, experienceId } from "../experience/library.ts";
import { experienceFor, valuesIn } from "../experience/values.ts";
import { kindOf } from "../files/examples.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { replyOf } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Calls = "experience" | "addExperience" | "dropExperience" | "experienceValues";

/** Calls about the user's own library of finished projects. */
export function experienceCalls(office: Office): Pick<Handlers, Calls> {
  const { experience, sessions, now } = office;
  const inSession = async <T>(
    id: string,
    lang: Lang,
    work: (open: Session) => Promise<Result<T>>,
  ): Promise<Reply<T>> => {
    const open = sessions.find(id);
    return replyOf(open.ok ? await work(open.value) : open, lang);
  };
  return {
    experience: async () => ({ ok: true, value: await shown(experience) }),
    addExperience: ({ session, lang }) =>
      inSession(session, lang, async (open): Promise<Result<ExperienceView>> => {
        if (open.isLocked) return refuse("experience.locked", open.name);
        const added = await experience.add(open.document, now());
        return added.ok ? succeed(await shown(experience)) : added;
      }),
    dropExperience: async ({ id, lang }) => {
      const dropped = await experience.drop(id);
      return replyOf(dropped ? succeed(await shown(experience)) : refuse("experience.unknown", id), lang);
    },
    experienceValues: ({ session, scenario, lang }) =>
      inSession(session, lang, async (open) => {
        const { projects } = await experience.list();
        const own = experienceId(open.document.project);
        const others = projects.filter(({ id }) => id !== own);
        return succeed(experienceFor(seenBy(open.document, scenario, mechanisms).document, others));
      }),
  };
}

async function shown(library: ExperienceLibrary): Promise<ExperienceView> {
  const { projects, unreadable } = await library.list();
  return { projects: projects.map(viewOf), unreadable };
}

function viewOf(experience: Experience): ExperienceProjectView {
  const { id, addedAt, document } = experience;
  const { name, city, households = "" } = document.project;
  return {
    ...kindOf(document.project),
    ...{ id, name, households, addedAt, values: valuesIn(experience) },
    ...(city === undefined ? {} : { city }),
  };
}
