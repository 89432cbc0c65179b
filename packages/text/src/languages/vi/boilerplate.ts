import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Vietnamese. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["quảng cáo"],
  },
  comments: {
    starts: ["bình luận"],
  },
  recirculation: {
    starts: ["xem thêm", "tin liên quan", "đọc thêm", "bài viết liên quan"],
  },
  share: {
    starts: ["chia sẻ"],
  },
  tags: {
    starts: ["từ khóa"],
  },
};
