import type { CallToActionWords } from "../../call-to-action-classes.ts";

/** What calls to action in Arabic are made of. */
export const callToAction: CallToActionWords = {
  address: ["لك", "أنت", "نحن", "لنا"],
  ask: ["اشترك", "اشتركوا", "سجل", "سجلوا", "ادعم", "ادعموا"],
  offer: ["اشتراك", "عضوية", "نشرتنا", "النشرة"],
  newsletter: ["النشرة البريدية", "نشرتنا البريدية"],
  gate: ["للمشتركين فقط"],
  period: ["شهريا", "سنويا"],
  follow: ["تابعوا", "تابعونا", "تابع", "تابعنا", "حمل", "حملوا", "انضموا", "اشتركوا"],
  channel: [
    "تطبيق",
    "تطبيقنا",
    "قناتنا",
    "قناة",
    "صفحتنا",
    "واتساب",
    "تلغرام",
    "تليغرام",
    "فيسبوك",
    "تويتر",
    "يوتيوب",
    "إنستغرام",
  ],
};
