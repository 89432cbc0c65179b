import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Chinese. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["广告"],
  },
  callToAction: {
    starts: ["打赏"],
  },
  author: {
    starts: ["记者", "作者", "编辑"],
  },
  comments: {
    starts: ["评论", "网友评论", "发表评论", "评论", "留言"],
    anywhere: ["我要评论", "条评论"],
  },
  credit: {
    starts: ["来源：", "图片来源", "资料图", "图为"],
    anywhere: ["资料图片", "新华社发", "摄影"],
  },
  date: {
    starts: ["发布时间", "发布日期", "更新时间"],
  },
  legal: {
    starts: ["版权", "免责声明", "声明", "无断"],
    anywhere: ["版权所有", "未经授权", "不得转载", "转载请注明", "责任编辑"],
  },
  navigation: {
    starts: ["首页", "搜索", "登录", "注册", "当前位置", "您的位置"],
    anywhere: ["下一页", "上一页", "返回首页", "加入收藏", "设为首页"],
  },
  newsletter: {
    starts: ["订阅", "訂閱"],
  },
  recirculation: {
    anywhere: [
      "相关新闻",
      "相关阅读",
      "相关报道",
      "相关文章",
      "推荐阅读",
      "热门推荐",
      "精彩推荐",
      "延伸阅读",
      "更多新闻",
      "下一篇",
      "上一篇",
      "相關新聞",
      "延伸閱讀",
      "相關文章",
      "更多内容",
      "热点新闻",
      "新闻排行",
      "排行榜",
      "相关链接",
      "更多精彩",
      "相关专题",
    ],
  },
  share: {
    starts: ["分享到", "分享至", "分享"],
    anywhere: ["微信", "微博", "二维码"],
  },
  tags: {
    starts: ["关键词", "标签", "關鍵字"],
  },
  widget: {
    starts: ["字号", "字体", "读取", "加载"],
  },
};
