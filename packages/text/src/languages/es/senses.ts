import { toSenses, toSet } from "../language-words.ts";

const forms = (stems: string, endings: string): string =>
  stems
    .split(" ")
    .flatMap((stem) => endings.split(" ").map((ending) => stem + ending))
    .join(" ");
/** The forms of the third person, the participle and the infinitive of regular verbs, by their stems. */
const inAr = (stems: string): string => forms(stems, "ar a an ó aron ado ada aba aban ando ará arán");
const inErOrIr = (stems: string, infinitive: string): string =>
  forms(stems, `${infinitive} e en ió ieron ido ida ía ían iendo ${infinitive}á ${infinitive}án`);

export const senses = toSenses({
  up: `${inAr("aument increment escal trep dispar elev")} ${inErOrIr("sub", "ir")} alza avance crece crecen crecer creciendo crecido crecieron crecimiento
    creció crecerá aumento incremento subida superior superiores`,
  down: `${inAr("baj recort rebaj desplom")} ${inErOrIr("descend retroced", "er")} baja bajada cae caen caer cayendo caído caída cayeron cayó
    descenso descienden desciende desplome disminución disminuido disminuir disminuye disminuyen disminuyeron disminuyó inferior inferiores recorte
    reduce reducción reducen reducido reducir redujeron redujo retroceso`,
  profit: "beneficio beneficios ganancia ganancias superávit",
  loss: "déficit pérdida pérdidas",
  for: "favor",
  against: "contra",
  in: `${inAr("entr lleg ingres contrat")} contrataciones llegadas`,
  out: `${inAr("abandon")} despedido despedidos despidieron despidió despidos huido huir huyen huyeron huyó sale salen salido salieron salió`,
  won: "gana ganado ganan ganar ganaron ganó",
  lost: "perder perderá perdido perdieron perdió pierde pierden",
});

export const negations = toSet("jamás ni ningún ninguna no nunca sin");
