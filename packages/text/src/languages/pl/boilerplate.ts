import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Polish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["reklama"],
  },
  callToAction: {
    starts: ["wesprzyj"],
  },
  author: {
    starts: ["redakcja"],
  },
  comments: {
    starts: ["komentarze", "dodaj komentarz", "skomentuj"],
  },
  credit: {
    starts: ["zdjęcie", "fot.", "fot", "źródło"],
  },
  date: {
    starts: ["opublikowano", "aktualizacja", "data publikacji"],
  },
  legal: {
    starts: ["wszelkie prawa"],
    anywhere: ["prawa zastrzeżone"],
  },
  navigation: {
    starts: ["strona główna", "szukaj", "zaloguj"],
  },
  newsletter: {
    starts: ["zapisz się"],
  },
  recirculation: {
    starts: [
      "czytaj też",
      "czytaj także",
      "czytaj również",
      "czytaj więcej",
      "czytaj dalej",
      "zobacz też",
      "zobacz także",
      "zobacz również",
      "zobacz więcej",
      "przeczytaj także",
      "przeczytaj też",
      "więcej na ten temat",
      "więcej",
      "polecamy",
      "powiązane",
      "najczęściej czytane",
      "najpopularniejsze",
      "najnowsze",
      "podobne artykuły",
      "ostatnie wpisy",
      "warto przeczytać",
      "poprzedni artykuł",
      "następny artykuł",
    ],
  },
  share: {
    starts: ["udostępnij", "podziel się", "drukuj"],
  },
  tags: {
    starts: ["tagi", "tagi:", "słowa kluczowe"],
  },
  widget: {
    starts: ["źródło wideo"],
  },
};
