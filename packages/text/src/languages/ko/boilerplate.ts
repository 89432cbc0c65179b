import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Korean. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["광고"],
  },
  author: {
    starts: ["기자"],
  },
  comments: {
    starts: ["댓글"],
  },
  credit: {
    starts: ["사진"],
  },
  date: {
    starts: ["입력", "수정"],
  },
  legal: {
    starts: ["무단"],
    anywhere: ["무단전재", "재배포 금지"],
  },
  navigation: {
    starts: ["홈", "로그인"],
  },
  recirculation: {
    anywhere: ["관련기사", "관련 기사", "많이 본", "추천기사", "다음기사", "이전기사"],
  },
  share: {
    starts: ["공유"],
  },
  tags: {
    starts: ["태그"],
  },
};
