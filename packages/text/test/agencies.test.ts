import { describe, expect, it } from "vitest";
import { agencyByForm, agencyIn, agencyOf, newsAgencies } from "../src/index.ts";

const wire = newsAgencies.filter(({ kind }) => kind === "agency");

describe("the registry of news agencies", () => {
  it.each(wire.map((agency) => [agency.name, agency] as const))("reads every form of %s back as its label", (name, agency) => {
    for (const form of [name, ...agency.names, ...(agency.cased ?? []), ...(agency.credits ?? [])])
      expect([form, agencyOf(form)]).toEqual([form, name]);
    for (const form of [...agency.names, ...(agency.cased ?? [])]) expect([form, agencyIn(form)]).toEqual([form, name]);
  });

  it("gives no form to two agencies and no label twice", () => {
    const forms = wire.flatMap(({ names, cased = [], credits = [] }) => [...names, ...cased, ...credits]);
    expect(new Set(forms).size).toBe(forms.length);
    for (const form of forms)
      expect([
        form,
        wire.filter(({ names, cased = [], credits = [] }) =>
          [...names, ...cased, ...credits].some((other) => other.toLowerCase() === form.toLowerCase()),
        ).length,
      ]).toEqual([form, 1]);
    expect(new Set(newsAgencies.map(({ name }) => name)).size).toBe(newsAgencies.length);
    for (const name of agencyByForm.values()) expect(wire.some((agency) => agency.name === name)).toBe(true);
  });

  it("knows no outlet and no picture agency as a news agency", () => {
    for (const name of ["CNN", "BBC", "Getty Images", "Shutterstock", "The Halden Post"]) expect(agencyOf(name)).toBeUndefined();
  });

  it("takes short forms only as they are written", () => {
    expect(agencyOf("Ap")).toBeUndefined();
    expect(agencyOf("Sid")).toBeUndefined();
    expect(agencyOf("dpa")).toBe("dpa");
    expect(agencyIn("Sid Marlow played for the town")).toBeNull();
    expect(agencyIn("the APs of the building")).toBeNull();
  });

  it("finds an agency in running text by its whole name only", () => {
    expect(agencyIn("told The Associated Press on Monday")).toBe("AP");
    expect(agencyIn("(Кадр: ТАСС)")).toBe("TASS");
    expect(agencyIn("a map of the reefs")).toBeNull();
  });
});
