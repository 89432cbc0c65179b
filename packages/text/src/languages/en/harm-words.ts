import type { HarmWords } from "../../harm-words.ts";
import { toMap } from "../language-words.ts";
import { words } from "../word-list.ts";

/** Words in English that count one person harmed, or nobody, without a number. */
export const harmWords: HarmWords = {
  article: words("a an"),
  people: words(`
    person man woman child boy girl passenger worker officer driver pedestrian cyclist motorcyclist soldier firefighter
    student pupil teacher teenager toddler baby infant resident bystander passerby guard pilot sailor fisherman miner
    hiker climber tourist customer patient nurse doctor protester demonstrator journalist reporter suspect gunman
    attacker victim villager farmer police policeman policewoman deputy sergeant mother father couple pair duo trio
    quartet swimmer diver skier employee crew staff citizen youth commuter rider walker volunteer paramedic civilian
    conductor skipper
  `),
  pair: toMap("couple=2 pair=2 duo=2 trio=3 quartet=4"),
  suffered: words(`
    hurt injured wounded killed dead missing arrested detained hospitalized hospitalised trapped rescued unhurt
  `),
  died: words("died dies drowned perished"),
  helping: words("was were is are has have had been be being got"),
  between: words(`
    and to also still seriously slightly badly critically severely reportedly reported feared believed left found lightly
    fatally shot pulled then later
  `),
  harms: words(`
    killed killing injured injuring wounded wounding hurt hurting hospitalizing hospitalising arrested
  `),
  nobody: words("nobody none"),
  no: words("no"),
  one: words("one"),
  harm: words("injuries deaths casualties fatalities arrests"),
  reported: words("reported were was have there reports are made"),
};
