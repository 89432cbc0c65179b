import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Arabic. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["إعلان"],
  },
  callToAction: {
    starts: ["مساعدة"],
  },
  author: {
    starts: ["كتب", "بقلم"],
  },
  comments: {
    starts: ["التعليقات", "أضف تعليق"],
  },
  credit: {
    starts: ["الصورة", "المصدر"],
  },
  date: {
    starts: ["نشر"],
  },
  legal: {
    starts: ["جميع الحقوق"],
  },
  navigation: {
    starts: ["الرئيسية"],
  },
  newsletter: {
    starts: ["أشترك", "اشترك"],
  },
  recirculation: {
    starts: [
      "اقرأ أيضا",
      "اقرأ أيضاً",
      "مواضيع ذات صلة",
      "المزيد",
      "شاهد أيضا",
      "إقرأ أيضا",
      "اقرأ ايضا",
      "الأكثر قراءة",
      "مقالات ذات صلة",
      "أخبار ذات صلة",
    ],
  },
  share: {
    starts: ["شارك"],
  },
  tags: {
    starts: ["كلمات", "الوسوم"],
  },
};
