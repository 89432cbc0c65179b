import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Russian say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["доступ (?:запрещ[её]н|ограничен)", "проверка браузера.*"],
    sentences: ["подтвердите, что вы не робот", "вы не робот"],
  },
  "not-found": {
    headings: ["страница не найдена.*"],
    sentences: ["(?:запрашиваемая|запрошенная) (?:вами )?страница"],
  },
  login: {
    headings: ["(?:вход|войти|авторизация)"],
    sentences: ["забыли пароль"],
  },
  "region-block": {
    sentences: ["недоступ\\p{L}+ в вашей? (?:стране|регионе)"],
  },
  javascript: {
    sentences: ["(?:включите|включить) javascript"],
  },
  error: {
    headings: ["(?:внутренняя )?ошибка сервера"],
  },
};
