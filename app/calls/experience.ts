import { seenBy } from "../../models/document/scenario.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { ExperienceProjectView, ExperienceView, Lang, Reply } from "../contract.ts";
import { type Experience, type ExperienceLibrary, experienceId } from "../experience/library.ts";
import { experienceFor, valuesIn } from "../experience/values.ts";
import { refuse } from "../problems.ts";
import type { Session } from "../sessions/session.ts";
import { problemViews } from "../wording.ts";
import type { Handlers } from "./dispatch.ts";
import type { Office } from "./office.ts";

type Calls = "experience" | "addExperience" | "dropExperience" | "experienceValues";

/** Calls about the user's own library of finished projects. */
export function experienceCalls(office: Office): Pick<Handlers, Calls> {
  const { experience, sessions, now } = office;
  const replied = async <T>(lang: Lang, work: () => Promise<Result<T>>): Promise<Reply<T>> => {
    const done = await work();
    return done.ok ? done : { ok: false, problems: problemViews(done.problems, lang) };
  };
  const inSession = <T>(id: string, lang: Lang, work: (open: Session) => Promise<Result<T>>): Promise<Reply<T>> => {
    const open = sessions.find(id);
    return replied(lang, () => (open.ok ? work(open.value) : Promise.resolve(open)));
  };
  return {
    experience: async () => ({ ok: true, value: await shown(experience) }),
    addExperience: ({ session, lang }) =>
      inSession(session, lang, async (open): Promise<Result<ExperienceView>> => {
        if (open.isLocked) return refuse("experience.locked", open.name);
        const added = await experience.add(open.document, now());
        return added.ok ? succeed(await shown(experience)) : added;
      }),
    dropExperience: ({ id, lang }) =>
      replied(lang, async () => {
        if (!(await experience.drop(id))) return refuse("experience.unknown", id);
        return succeed(await shown(experience));
      }),
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
  const { name, city, type, mode, households = "" } = experience.document.project;
  return {
    ...{ id: experience.id, name, households, addedAt: experience.addedAt, values: valuesIn(experience) },
    type: type === "new_build" ? "new-build" : "renovation",
    ...(city === undefined ? {} : { city }),
    ...(mode === undefined ? {} : { mode }),
  };
}
