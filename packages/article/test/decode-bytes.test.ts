import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeBytes, extractArticle, NotTextError } from "../src/index.ts";

const texts = {
  ru: "Паром между Холлоумиром и островом Гарроу снова начнёт ходить в понедельник, через четыре месяца после шторма, сообщила в четверг портовая служба города.",
  fr: "Le bac entre Hollowmere et l'île de Garrow reprendra lundi, quatre mois après la tempête qui a détruit la rampe du quai, a annoncé l'autorité portuaire. « Mieux vaut tard que mal », a déclaré l'ingénieure.",
  pl: "Prom między Hollowmere a wyspą Garrow znów popłynie w poniedziałek, cztery miesiące po sztormie, który zniszczył rampę na wschodnim nabrzeżu. Żegluga była wstrzymana, a sprzedaż w sklepach spadła o jedną trzecią.",
  el: "Το φέρι μεταξύ του Χόλογουμιρ και της νήσου Γκάροου θα αποπλεύσει ξανά τη Δευτέρα, τέσσερις μήνες μετά την καταιγίδα που κατέστρεψε τη ράμπα, ανακοίνωσε η λιμενική αρχή.",
  zh: "港务局星期四宣布，往返霍洛米尔与加罗岛之间的渡轮将于星期一恢复航行，此前一场风暴在四个月前摧毁了东码头的坡道。工程师们整个夏天都在更换钢桩。",
  ja: "港湾局は木曜日、ホロウミアとガロウ島を結ぶフェリーが月曜日に運航を再開すると発表した。四か月前の嵐で東埠頭の斜路が壊れていた。技術者たちは夏の間、鋼杭を交換していた。",
  ko: "항만청은 목요일 홀로미어와 가로섬을 잇는 여객선이 월요일부터 다시 운항한다고 밝혔다. 넉 달 전 폭풍으로 동쪽 부두의 경사로가 무너졌다. 기술자들은 여름 내내 강철 말뚝을 교체했다.",
} as const;

const cases: [keyof typeof texts, string][] = [
  ["ru", "windows-1251"],
  ["ru", "koi8-r"],
  ["fr", "windows-1252"],
  ["pl", "windows-1250"],
  ["el", "windows-1253"],
  ["zh", "gbk"],
  ["ja", "shift_jis"],
  ["ja", "euc-jp"],
  ["ko", "euc-kr"],
];

const page = (text: string, meta = ""): string => `<html><head>${meta}<title>x</title></head><body><p>${text}</p></body></html>`;

describe("decodeBytes", () => {
  it.each(cases)("reads %s in %s as its meta element says", (language, encoding) => {
    const bytes = iconv.encode(
      page(texts[language], `<meta http-equiv="Content-Type" content="text/html; charset=${encoding}">`),
      encoding,
    );
    expect(decodeBytes(bytes).text).toContain(texts[language].slice(0, 60));
  });

  it.each(cases)("reads %s in %s as the HTTP header says", (language, encoding) => {
    const bytes = iconv.encode(page(texts[language]), encoding);
    expect(decodeBytes(bytes, `text/html; charset=${encoding}`)).toMatchObject({
      source: "http",
      text: expect.stringContaining(texts[language].slice(0, 60)),
    });
  });

  it.each(cases.filter(([language]) => language !== "pl" && language !== "el"))(
    "detects %s in %s when nothing says so",
    (language, encoding) => {
      const bytes = iconv.encode(page(texts[language]), encoding);
      expect(decodeBytes(bytes).text).toContain(texts[language].slice(0, 60));
    },
  );

  it.each(["utf-16le", "utf-16be"])("reads %s with and without a byte order mark", (encoding) => {
    const text = page(texts.fr);
    for (const addBOM of [true, false]) expect(decodeBytes(iconv.encode(text, encoding, { addBOM })).text).toBe(text);
  });

  it("believes valid UTF-8 before a wrong declaration", () => {
    const bytes = Buffer.from(page(texts.ru, `<meta charset="windows-1251">`));
    expect(decodeBytes(bytes, "text/html; charset=iso-8859-1").text).toContain(texts.ru);
  });

  it("keeps UTF-8 with a broken byte", () => {
    const bytes = Buffer.concat([Buffer.from(page(texts.fr)), Buffer.from([0xe9])]);
    expect(decodeBytes(bytes).text).toContain(texts.fr);
  });

  it("repairs UTF-8 that was read as windows-1252 and saved again", () => {
    const broken = iconv.decode(Buffer.from(texts.fr), "windows-1252");
    expect(broken).toContain("Ã©");
    expect(decodeBytes(Buffer.from(broken)).text).toBe(texts.fr);
  });

  it("leaves a text alone that only talks about such characters", () => {
    const text = "The letters Ã and Â stand for broken text; São Paulo is Não and pão, never Ã© by itself.";
    expect(decodeBytes(Buffer.from(text)).text).toBe(text);
  });

  it("refuses what is not text", () => {
    expect(() => extractArticle(Buffer.from("%PDF-1.7 …"))).toThrow(NotTextError);
    expect(() => extractArticle(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toThrow(
      expect.objectContaining({ code: "WIREFOLD_ARTICLE_NOT_TEXT" }),
    );
  });
});
