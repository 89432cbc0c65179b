import { toSenses, toSet } from "../language-words.ts";

export const senses = toSenses({
  up: "augmentation augmente augmenté augmentée bondi croissance grimpé hausse progressé progression",
  down: "baisse baissé chute chuté diminué diminution recul reculé réduit tombé",
  profit: "bénéfice bénéfices excédent",
  loss: "déficit perte pertes",
  for: "",
  against: "contre",
  in: "arrivé arrivés entrés",
  out: "fui partis quitté",
  won: "gagné remporté",
  lost: "perdu",
});

export const negations = toSet("aucun aucune jamais ne ni pas sans");
