import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";

/** Three sentences about a harbour council, a harbour master and a repair, in scripts without capitals, spaces or Latin full stops. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  hi: [
    "गैरो की बंदरगाह परिषद ने मंगलवार देर रात नौका घाट को फिर से बनाने के पक्ष में मतदान किया, जिसे तूफान ने तोड़ दिया था।",
    "बंदरगाह प्रमुख ने परिषद को बताया कि गोताखोरों ने घाट के नीचे हर खंभे की जांच की है।",
    "इस काम पर बत्तीस लाख क्राउन खर्च होंगे और पहले मजदूर सोमवार को पहुंचेंगे।",
  ],
  th: [
    "สภาท่าเรือการ์โรว์ลงมติเมื่อวันอังคารให้สร้างทางลาดเรือข้ามฟากขึ้นใหม่ หลังพายุฤดูหนาวพัดพังไป",
    "นายท่าเรือบอกสภาว่านักดำน้ำได้ตรวจเสาทุกต้นใต้ท่าเรือแล้ว และพบเพียงสองต้นที่ต้องเปลี่ยน",
    "งานนี้จะใช้เงินสามล้านสองแสนคราวน์ และคนงานชุดแรกจะมาถึงในวันจันทร์",
  ],
  lo: [
    "ສະພາທ່າເຮືອກາໂຣລົງມະຕິໃນວັນອັງຄານໃຫ້ສ້າງທ່າເຮືອຂ້າມຟາກຄືນໃໝ່ ຫຼັງພາຍຸລະດູໜາວພັດພັງ",
    "ນາຍທ່າເຮືອບອກສະພາວ່ານັກດຳນ້ຳໄດ້ກວດເສົາທຸກຕົ້ນແລ້ວ ແລະພົບພຽງສອງຕົ້ນທີ່ຕ້ອງປ່ຽນ",
    "ວຽກງານນີ້ຈະໃຊ້ເງິນສາມລ້ານສອງແສນ ແລະຄົນງານຊຸດທຳອິດຈະມາຮອດວັນຈັນ",
  ],
  my: [
    "ဂရိုဆိပ်ကမ်းကောင်စီသည် အင်္ဂါနေ့ညတွင် ကူးတို့ဆိပ်ခံကို ပြန်လည်တည်ဆောက်ရန် မဲပေးခဲ့သည်။",
    "ဆိပ်ကမ်းမှူးက ရေငုပ်သမားများသည် တိုင်အားလုံးကို စစ်ဆေးပြီးဖြစ်ကြောင်း ကောင်စီသို့ ပြောကြားခဲ့သည်။",
    "ဤလုပ်ငန်းအတွက် ငွေသုံးသန်းကျော် ကုန်ကျမည်ဖြစ်ပြီး ပထမအလုပ်သမားများ တနင်္လာနေ့တွင် ရောက်ရှိမည်။",
  ],
  km: [
    "ក្រុមប្រឹក្សាកំពង់ផែបានបោះឆ្នោតកាលពីល្ងាចថ្ងៃអង្គារដើម្បីសាងសង់ជម្រាលសាឡាងឡើងវិញ",
    "មេកំពង់ផែបានប្រាប់ក្រុមប្រឹក្សាថាអ្នកមុជទឹកបានពិនិត្យសសរទាំងអស់នៅក្រោមផែ។",
    "ការងារនេះនឹងចំណាយអស់បីលានពីរសែនក្រូន ហើយកម្មករដំបូងនឹងមកដល់នៅថ្ងៃចន្ទ",
  ],
  ar: [
    "صوّت مجلس الميناء في ساعة متأخرة من يوم الثلاثاء لصالح إعادة بناء منحدر العبارات الذي جرفته عاصفة شتوية.",
    "وقالت مديرة الميناء للمجلس إن الغواصين فحصوا كل الأعمدة تحت الرصيف.",
    "ومن المتوقع أن تبلغ تكلفة العمل ثلاثة ملايين كرونة.",
  ],
};

describe.each(Object.entries(TEXTS))("an article in %s", (_, paragraphs) => {
  const html = paragraphs.map((text) => `<p>${text}</p>`).join("");

  it("is whole on a bare page, in one element with breaks, and with navigation", () => {
    expect(extractArticle(`<html><head><title>x</title></head><body>${html}</body></html>`).text.split("\n")).toEqual(paragraphs);
    expect(extractArticle(`<html><body><div>${paragraphs.join("<br><br>")}</div></body></html>`).text.split("\n")).toEqual(
      paragraphs,
    );
    const headline = paragraphs[2]!.slice(0, 24).trim();
    const page = `<html><body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${html}</article></body></html>`;
    const article = extractArticle(page);
    expect(article.text.split("\n")).toEqual(paragraphs);
    expect(article.title).toBe(headline);
  });

  it("has no paragraph taken for its headline in a plain text", () => {
    const article = extractArticle(paragraphs.join("\n\n"), { kind: "text" });
    expect(article.text.split("\n")).toEqual(paragraphs);
    expect(article.title).toBeNull();
  });
});
