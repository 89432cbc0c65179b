import type { CallToActionWords } from "../../call-to-action-classes.ts";

/** What calls to action in Turkish are made of. */
export const callToAction: CallToActionWords = {
  address: ["siz", "sizin", "sizi", "bizi", "bizim", "biz"],
  ask: ["abone olun", "abone ol", "üye olun", "giriş yapın", "destek olun", "destekleyin"],
  offer: ["abonelik", "üyelik", "okur*", "gazetecilik", "bülten*", "içeriğ*"],
  newsletter: ["bülten*"],
  gate: ["sadece abonelere", "abonelere özel", "okumaya devam etmek için"],
  period: ["ayda", "yılda", "aylık"],
  follow: ["takip edin", "takip et", "abone olun", "indirin", "katılın", "beğenin", "tıklayın"],
  channel: ["uygulama*", "kanalı*", "kanalımız*", "sayfamız*", "google haberler*"],
};
