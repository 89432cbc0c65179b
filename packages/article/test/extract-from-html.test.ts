import { describe, expect, it } from "vitest";
import { extractArticle } from "../src/index.ts";
import { AUTHOR_BOX, COMMENTS, NEWSLETTER, newsPage, PARAGRAPHS, RELATED_LIST } from "./fixtures/pages.ts";

const url = "https://courier.example/harbour/garrow-ferry";

describe("a news page", () => {
  it("gives the paragraphs of the article, the first and the last included, and nothing else", () => {
    const article = extractArticle(newsPage({ afterBody: RELATED_LIST + NEWSLETTER + AUTHOR_BOX + COMMENTS }), { url });
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("keeps the headline out of the text and in the title", () => {
    const article = extractArticle(newsPage(), { url });
    expect(article.title).toBe("Garrow ferry returns after four months");
    expect(article.text).not.toContain("returns after four months");
    expect(article.removed.some(({ reason, text }) => reason === "headline" && text === article.title)).toBe(true);
  });

  it("cuts what interrupts the body and keeps what follows it", () => {
    const inBody = `<aside class="related-inline"><a href="/x">READ MORE: Storm tears ramp from the eastern quay</a></aside><figure><img src="q.jpg"><figcaption>The eastern quay in May. Photo: Ines Tolland</figcaption></figure><div class="ad-slot">Advertisement</div>`;
    const article = extractArticle(newsPage({ inBody }), { url });
    expect(article.text.split("\n")).toEqual([...PARAGRAPHS]);
    expect(article.removed.some(({ text }) => text.startsWith("READ MORE"))).toBe(true);
    expect(article.photo_credit).toBe("Ines Tolland");
  });

  it("joins a body that is split over several containers", () => {
    const page = newsPage({ inBody: `</div><div class="ad-slot"><p>Advertisement</p></div><div class="article-body">` });
    expect(extractArticle(page, { url }).text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("reads an article that lies inside a link nobody closed", () => {
    const page = newsPage().replace(`<div class="article-body">`, `<div class="article-body"><a href="/harbour/garrow-ferry">`);
    const broken = page.replace(/<p>/g, "").replace(/<\/p>/g, "<br>");
    expect(extractArticle(broken, { url }).text.split("\n")).toEqual([...PARAGRAPHS]);
  });

  it("takes the target of a link, left unclosed, for no link", () => {
    const page = newsPage().replace(`<div class="article-body">`, `<div class="article-body"><a name="top">`);
    expect(extractArticle(page, { url })).toMatchObject({ text: PARAGRAPHS.join("\n") });
  });

  it("gives each block a span that starts and ends with its own characters", () => {
    const page = newsPage();
    for (const { text, span } of extractArticle(page, { url }).blocks) {
      const source = page.slice(...span!);
      expect(source.startsWith(text.slice(0, 12))).toBe(true);
      expect(source.endsWith(text.slice(-12))).toBe(true);
    }
  });

  it("tells headings, list items and quotations from paragraphs", () => {
    const inBody = `<h2>What changes on Monday</h2><p>The timetable is the one of last winter, with these exceptions that the harbour authority announced:</p><ul><li>The noon boat on Sundays carries no lorries until the spring.</li><li>The last boat waits for the train from Oxmoor, which arrives at 9.10 p.m.</li></ul>`;
    const kinds = new Set(extractArticle(newsPage({ inBody }), { url }).blocks.map((block) => block.kind));
    expect(kinds).toEqual(new Set(["paragraph", "heading", "list-item"]));
  });

  it("gives the same article for the same page", () => {
    const page = newsPage({ afterBody: RELATED_LIST });
    expect(extractArticle(page, { url })).toEqual(extractArticle(page, { url }));
  });
});

describe("other scripts", () => {
  const pages = {
    ar: [
      "أعلنت هيئة الميناء في مدينة هولمير يوم الخميس أن العبارة إلى جزيرة غارو ستعود إلى العمل يوم الاثنين، بعد أربعة أشهر من العاصفة التي دمرت الرصيف الشرقي.",
      "وقال مهندسون إن الأعمال شملت استبدال ثمانية وثلاثين عمودا من الفولاذ ورافعة قديمة كانت في الخدمة منذ عام 1971، بتكلفة بلغت أكثر من أربعة ملايين.",
      "وأضافت أورلا بينيك التي قادت المشروع أن قاع البحر كان أكثر ليونة مما أظهرته الدراسات الأولى، وأن التأخير كان أفضل من الخطأ.",
      "ويعتمد سكان الجزيرة منذ أشهر على قارب صيد صغير يحمل أحد عشر راكبا فقط، وقالت المتاجر إن مبيعاتها تراجعت بنحو الثلث.",
    ],
    zh: [
      "港务局星期四宣布，往返霍洛米尔与加罗岛之间的渡轮将于星期一恢复航行，此前一场风暴在四个月前摧毁了东码头的坡道。",
      "工程师们整个夏天都在更换三十八根钢桩和一台自1971年起使用的液压升降机，总费用达到四百二十万。",
      "负责这项工程的彭尼克说：“我们原本希望七月完工，但是海床比勘测结果更软，宁可晚一点也不能出错。”",
      "几个月来，岛上居民只能依靠一艘载客十一人的渔船出行，当地商店表示，坡道关闭期间销售额下降了近三分之一。",
    ],
    ru: [
      "Паром между Холлоумиром и островом Гарроу снова начнёт ходить в понедельник, через четыре месяца после шторма, разрушившего восточный причал, сообщила в четверг портовая служба.",
      "Инженеры всё лето меняли тридцать восемь стальных свай и гидравлический подъёмник, который работал с 1971 года. Ремонт обошёлся в четыре миллиона крон.",
      "«Мы надеялись закончить в июле, но дно оказалось мягче, чем показала разведка», — сказала Орла Пенник, руководившая работами. По её словам, лучше опоздать, чем ошибиться.",
      "Всё это время жители острова зависели от рыбацкого судна, которое берёт одиннадцать пассажиров. Магазины потеряли почти треть выручки.",
    ],
  } as const;
  for (const [lang, paragraphs] of Object.entries(pages)) {
    it(`keeps every paragraph of a page in ${lang} and names its language`, () => {
      const article = extractArticle(newsPage({ lang, paragraphs, title: paragraphs[0].slice(0, 30), afterBody: RELATED_LIST }), {
        url,
      });
      for (const paragraph of paragraphs) expect(article.text).toContain(paragraph);
      expect(article.language).toBe(lang);
    });
  }

  it("believes the text's language before the template's", () => {
    expect(extractArticle(newsPage({ lang: "en", paragraphs: pages.ru }), { url }).language).toBe("ru");
  });
});

describe("pages without their text in the HTML", () => {
  const long = [...PARAGRAPHS, ...PARAGRAPHS.map((text) => `Later, ${text[0]!.toLowerCase()}${text.slice(1)}`)];

  it("takes the body from JSON-LD when the page shows a fraction of it", () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Garrow ferry returns", articleBody: long.join("\n\n") })}</script>`;
    const article = extractArticle(newsPage({ head, paragraphs: [PARAGRAPHS[0]] }), { url });
    expect(article.blocks.map((block) => block.text)).toEqual(long);
    expect(article.evidence).toContainEqual(expect.objectContaining({ field: "text", source: "json-ld:articleBody" }));
  });

  it("takes the body from embedded data", () => {
    const data = {
      props: {
        story: {
          id: 7,
          body: { type: "document", content: long.map((value) => ({ type: "paragraph", content: [{ type: "text", value }] })) },
        },
      },
    };
    const page = `<html><head><title>Garrow ferry returns</title></head><body><div id="root"></div><script type="application/json">${JSON.stringify(data)}</script></body></html>`;
    expect(extractArticle(page, { url }).blocks.map((block) => block.text)).toEqual(long);
  });

  it("gives an empty article for a page without one", () => {
    expect(extractArticle("<html><body></body></html>").text).toBe("");
    expect(extractArticle("", { kind: "html" }).text).toBe("");
  });
});

describe("lines known to recur", () => {
  it("are cut from the body", () => {
    const line = "The Courier is printed in Oxmoor and read on nine islands, whatever the weather brings.";
    const page = newsPage({ paragraphs: [...PARAGRAPHS, line] });
    const known = new Set<string>();
    const all = extractArticle(page, { url, recurring: (fingerprint) => known.has(fingerprint) });
    expect(all.text).toContain(line);
    const seen: string[] = [];
    extractArticle(page, { url, recurring: (fingerprint) => seen.push(fingerprint) < 0 });
    known.add(seen.at(-1)!);
    const article = extractArticle(page, { url, recurring: (fingerprint) => known.has(fingerprint) });
    expect(article.text).not.toContain(line);
    expect(article.removed).toContainEqual(expect.objectContaining({ reason: "recurring-line", text: line }));
  });
});
