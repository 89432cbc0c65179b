import { toSenses, toSet } from "../language-words.ts";

export const senses = toSenses({
  up: `advance advanced advances climb climbed climbing climbs expand expanded expanding expands gain gained gaining gains
    grew grow growing grown grows growth higher increase increased increases increasing jump jumped jumping jumps raise raised
    raises raising rise risen rises rising rose soar soared soaring soars surge surged surges surging swelled swollen up`,
  down: `contract contracted contraction contracts cut cuts cutting decline declined declines declining decrease decreased
    decreases decreasing dip dipped dips down drop dropped dropping drops fall fallen falling falls fell lower lowered lowering
    plummet plummeted plunge plunged plunges plunging reduce reduced reduces reducing reduction sank shrank shrink shrinking
    shrinks shrunk sink sinking sinks slid slide slides slip slipped slips slump slumped slumps sunk tumble tumbled tumbles`,
  profit: "profit profits surplus surpluses",
  loss: "deficit deficits loss losses shortfall",
  for: "backed backing supported supporters",
  against: "opponents opposed opposing rejected",
  in: "admitted arrival arrivals arrive arrived arrives arriving enter entered entering enters hired joined",
  out: "depart departed departing departs departures emigrated evacuated exit exited exits fled flee fleeing leave leaves leaving left quit resigned",
  won: "win winning wins won",
  lost: "lose loses losing lost",
});

export const negations = toSet("cannot neither never no nobody none nor not without");
