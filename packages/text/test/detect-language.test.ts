import { describe, expect, it } from "vitest";
import { detectLanguage, stopWordShares, stopWords } from "../src/index.ts";

/** Invented news, one sentence each. */
const sentences: readonly (readonly [string, string])[] = [
  ["en", "The harbour of Sorrel was closed on Monday after a ferry struck the pier."],
  ["de", "Der Hafen von Sorrel wurde am Montag gesperrt, nachdem eine Fähre den Pier gerammt hatte."],
  ["fr", "Le port de Sorrel a été fermé lundi après qu'un ferry a heurté la jetée."],
  ["es", "El puerto de Sorrel fue cerrado el lunes después de que un transbordador chocara contra el muelle."],
  ["it", "Il porto di Sorrel è stato chiuso lunedì dopo che un traghetto ha urtato il molo."],
  ["pt", "O porto de Sorrel foi fechado na segunda-feira depois que uma balsa atingiu o cais."],
  ["pl", "Port w Sorrel został zamknięty w poniedziałek po tym, jak prom uderzył w molo."],
  ["tr", "Sorrel limanı, bir feribotun iskeleye çarpmasının ardından pazartesi günü kapatıldı."],
  ["ru", "Порт Соррел был закрыт в понедельник после того, как паром врезался в причал."],
  ["uk", "Порт Соррел був закритий у понеділок після того, як пором врізався в причал."],
  ["el", "Το λιμάνι του Σόρελ έκλεισε τη Δευτέρα αφού ένα πλοίο χτύπησε την προβλήτα."],
  ["ar", "أُغلق ميناء سوريل يوم الاثنين بعد أن اصطدمت عبارة بالرصيف."],
  ["zh", "索雷尔港口周一因渡轮撞上码头而关闭。"],
  ["ja", "フェリーが桟橋に衝突したため、ソレル港は月曜日に閉鎖された。"],
  ["ko", "여객선이 부두에 부딪힌 뒤 소렐 항구가 월요일 폐쇄됐다."],
];

describe("detectLanguage", () => {
  it.each(sentences)("knows %s by one sentence", (language, sentence) => {
    expect(detectLanguage(sentence)).toBe(language);
  });

  it.each(sentences)("knows %s in a text of many", (language, sentence) => {
    expect(detectLanguage(`${sentence} `.repeat(12))).toBe(language);
  });

  it("says nothing where nothing is written", () => {
    for (const text of ["", "12 345", "!!! 🚢 ???", "Sorrel"]) expect(detectLanguage(text)).toBeNull();
  });

  it("gives the stop words of a language for its texts", () => {
    expect(stopWords.get("de")?.has("und")).toBe(true);
    expect(stopWordShares(sentences[0]?.[1].repeat(4) ?? "")[0]?.language).toBe("en");
  });
});
