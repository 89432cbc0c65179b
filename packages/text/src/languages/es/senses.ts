import { toSenses, toSet } from "../language-words.ts";

export const senses = toSenses({
  up: "alza aumentaron aumento aumentó crecieron crecimiento creció incremento incrementó subida subieron subió",
  down: "baja bajaron bajó caída cayeron cayó descenso descendió disminuyó redujo reducción",
  profit: "beneficio beneficios ganancia ganancias superávit",
  loss: "déficit pérdida pérdidas",
  for: "favor",
  against: "contra",
  in: "entraron llegaron ingresaron",
  out: "abandonaron huyeron salieron",
  won: "ganaron ganó",
  lost: "perdieron perdió",
});

export const negations = toSet("jamás ni ningún ninguna no nunca sin");
