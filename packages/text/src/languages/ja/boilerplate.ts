import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Japanese. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["広告"],
  },
  author: {
    starts: ["責任編集", "記者"],
  },
  comments: {
    starts: ["コメント"],
  },
  credit: {
    starts: ["写真"],
  },
  date: {
    starts: ["公開日", "更新日"],
  },
  legal: {
    starts: ["無断"],
    anywhere: ["無断転載"],
  },
  navigation: {
    starts: ["ホーム", "検索", "ログイン"],
  },
  newsletter: {
    starts: ["メルマガ"],
  },
  recirculation: {
    anywhere: [
      "関連記事",
      "関連ニュース",
      "あわせて読みたい",
      "次の記事",
      "前の記事",
      "おすすめ記事",
      "人気記事",
      "ランキング",
      "こちらもおすすめ",
    ],
  },
  share: {
    starts: ["シェア", "ツイート"],
  },
  tags: {
    starts: ["タグ", "キーワード"],
  },
};
