import type { GroupInput } from "@wirefold/core";
import { expect, test } from "vitest";
import { FIGURE } from "../src/features.ts";
import { hashFigure } from "../src/figure-tokens.ts";
import { compare, featuresOf, groupDocuments } from "../src/index.ts";

/** One invented event (a fire on a ferry off Halvik) as newsrooms of several languages report it, and other news of theirs. */
const fire: Readonly<Record<string, readonly string[]>> = {
  en: [
    "A fire on the ferry Storskar killed 14 people off the port of Halvik on Tuesday, the coast guard said. Another 212 passengers were brought ashore by fishing boats and helicopters. Captain Marena Tolle said the fire had started on the car deck. Police have opened an investigation into the shipping company Nordlinja. The government of Norway ordered 3 days of mourning.",
  ],
  de: [
    "Bei einem Brand auf der Fähre Storskar sind am Dienstag vor dem Hafen von Halvik 14 Menschen ums Leben gekommen. Wie die Küstenwache mitteilte, wurden 212 Passagiere von Fischerbooten und Hubschraubern an Land gebracht. Nach Angaben von Kapitänin Marena Tolle brach das Feuer auf dem Autodeck aus. Die Polizei ermittelt gegen die Reederei Nordlinja. Die Regierung in Norwegen ordnete drei Tage Trauer an.",
    "Nach dem Feuer auf der Fähre Storskar vor Halvik sucht die Polizei nach der Ursache. 14 Passagiere starben, 212 konnten gerettet werden. Die Reederei Nordlinja sprach ihr Mitgefühl aus. Überlebende berichteten, dass das Autodeck binnen Minuten voller Rauch war. Kapitänin Marena Tolle verließ das Schiff nach Angaben der Küstenwache als Letzte. Norwegens Regierung ließ die Fahnen senken.",
  ],
  pl: [
    "Czternaście osób, 14 pasażerów promu Storskar, zginęło we wtorek w pożarze u wybrzeży portu Halvik. Straż przybrzeżna podała, że 212 pasażerów zabrały na ląd łodzie rybackie i śmigłowce. Kapitan Marena Tolle powiedziała, że ogień wybuchł na pokładzie samochodowym. Policja prowadzi śledztwo w sprawie armatora Nordlinja. Rząd Norwegii ogłosił żałobę.",
    "Policja bada przyczyny pożaru promu Storskar koło Halvik, w którym zginęło 14 pasażerów. Uratowano 212 osób. Armator Nordlinja złożył kondolencje rodzinom ofiar. Ocaleni mówią, że pokład samochodowy w kilka minut wypełnił się dymem. Kapitan Marena Tolle opuściła prom ostatnia, podała straż przybrzeżna. Rząd Norwegii opuścił flagi.",
  ],
  ru: [
    "При пожаре на пароме «Сторскар» у порта Халвик во вторник погибли 14 человек, сообщила береговая охрана. 212 пассажиров доставили на берег рыбацкие лодки и вертолёты. По словам капитана Марены Толле, огонь вспыхнул на автомобильной палубе. Полиция начала расследование в отношении компании «Нордлинья». Правительство Норвегии объявило траур.",
    "Полиция выясняет причину пожара на пароме «Сторскар» близ Халвика, где погибли 14 пассажиров. Спасены 212 человек. Компания «Нордлинья» выразила соболезнования семьям погибших. Выжившие рассказали, что автомобильная палуба за минуты наполнилась дымом. Капитан Марена Толле покинула паром последней, сообщила береговая охрана. В Норвегии приспущены флаги.",
  ],
  tr: [
    "Storskar feribotunda salı günü Halvik limanı açıklarında çıkan yangında 14 kişi öldü. Sahil güvenlik, 212 yolcunun balıkçı tekneleri ve helikopterlerle karaya çıkarıldığını bildirdi. Kaptan Marena Tolle yangının araç güvertesinde başladığını söyledi. Polis, Nordlinja şirketi hakkında soruşturma açtı. Norveç hükümeti yas ilan etti.",
    "Polis, Halvik açıklarında 14 yolcunun öldüğü Storskar feribotundaki yangının nedenini araştırıyor. 212 yolcu kurtarıldı. Nordlinja şirketi ölenlerin ailelerine başsağlığı diledi. Kurtulanlar araç güvertesinin dakikalar içinde dumanla dolduğunu anlattı. Sahil güvenliğe göre kaptan Marena Tolle feribotu en son terk etti. Norveç hükümeti bayrakları yarıya indirdi.",
  ],
  ar: [
    "قتل 14 شخصا في حريق اندلع على متن العبارة ستورسكار قبالة ميناء هالفيك يوم الثلاثاء، بحسب خفر السواحل. ونقلت قوارب الصيد والمروحيات 212 راكبا إلى الشاطئ. وقالت القبطانة مارينا تولي إن الحريق بدأ في طابق السيارات. وفتحت الشرطة تحقيقا مع شركة نوردلينيا. وأعلنت حكومة النرويج الحداد.",
    "تبحث الشرطة عن سبب حريق العبارة ستورسكار قرب هالفيك الذي قتل فيه 14 راكبا. وأنقذ خفر السواحل 212 راكبا. وقدمت شركة نوردلينيا تعازيها لعائلات الضحايا. وقال ناجون إن طابق السيارات امتلأ بالدخان في دقائق. وكانت القبطانة مارينا تولي آخر من غادر العبارة. ونكست حكومة النرويج الأعلام.",
  ],
  zh: [
    "周二，“斯托斯卡”号渡轮在哈尔维克港附近起火，造成14人死亡。海岸警卫队说，212名乘客被渔船和直升机送上岸。船长玛雷娜·托勒说，火灾始于汽车甲板。警方已对诺德林亚航运公司展开调查。挪威政府宣布哀悼三天。",
    "警方正在调查“斯托斯卡”号渡轮在哈尔维克附近起火的原因，火灾造成14名乘客死亡，212名乘客获救。诺德林亚航运公司向遇难者家属表示慰问。幸存者说，汽车甲板几分钟内充满浓烟。海岸警卫队说，船长玛雷娜·托勒最后离开渡轮。挪威政府下半旗致哀。",
  ],
};
const other: Readonly<Record<string, string>> = {
  en: "The council of Halvik voted 9 to 6 on Tuesday to close the town's only swimming pool. Mayor Iven Sandmo said repairs would cost 4 million crowns, money the town needs for its schools. Parents protested outside the town hall.",
  de: "Der Stadtrat von Halvik hat am Dienstag mit 9 zu 6 Stimmen beschlossen, das einzige Schwimmbad der Stadt zu schließen. Bürgermeister Iven Sandmo sagte, die Reparatur koste 4 Millionen Kronen, die für die Schulen gebraucht würden. Eltern protestierten vor dem Rathaus.",
  pl: "Rada miasta Halvik we wtorek zdecydowała stosunkiem 9 do 6 o zamknięciu jedynej pływalni. Burmistrz Iven Sandmo powiedział, że remont kosztowałby 4 miliony koron, potrzebnych szkołom. Rodzice protestowali przed ratuszem.",
  ru: "Совет города Халвик во вторник решил 9 голосами против 6 закрыть единственный бассейн. Мэр Ивен Сандмо сказал, что ремонт обошёлся бы в 4 миллиона крон, которые нужны школам. Родители протестовали у ратуши.",
  tr: "Halvik belediye meclisi salı günü 9'a karşı 6 oyla kentin tek yüzme havuzunu kapatma kararı aldı. Belediye başkanı Iven Sandmo, onarımın 4 milyon krona mal olacağını, paranın okullara gerektiğini söyledi. Veliler belediye önünde protesto etti.",
  ar: "صوت مجلس مدينة هالفيك يوم الثلاثاء بتسعة أصوات مقابل ستة على إغلاق المسبح الوحيد في المدينة. وقال رئيس البلدية إيفن ساندمو إن الإصلاح سيكلف 4 ملايين كرونة تحتاجها المدارس. واحتج الأهالي أمام مبنى البلدية.",
  zh: "哈尔维克市议会周二以9比6的票数决定关闭该市唯一的游泳池。市长伊文·桑德莫说，维修需要400万克朗，而学校更需要这笔钱。家长们在市政厅外抗议。",
};

const documents = (languages: readonly string[]): GroupInput[] =>
  languages.flatMap((language) => [
    ...(fire[language] ?? []).map((text, at) => ({ id: `${language}-fire-${at}`, text })),
    { id: `${language}-pool`, text: other[language] ?? "" },
  ]);

test.each(["de", "pl", "ru", "tr", "ar", "zh"])(
  "two reports of one event in %s are one story, other news of the town another",
  (language) => {
    const docs = documents([language]);
    for (const doc of docs) expect(featuresOf(doc).language).toBe(language);
    const { assignments } = groupDocuments(docs);
    const storyOf = (id: string) => assignments.get(id)?.story;
    expect(storyOf(`${language}-fire-1`)).toBe(storyOf(`${language}-fire-0`));
    expect(storyOf(`${language}-pool`)).not.toBe(storyOf(`${language}-fire-0`));
  },
);

test.each(["de", "pl", "tr", "zh", "ru"])(
  "an English report and one in %s tell one event; other news does not join them",
  (language) => {
    const { assignments } = groupDocuments(documents(["en", language]));
    const storyOf = (id: string) => assignments.get(id)?.story;
    expect(storyOf(`${language}-fire-0`)).toBe(storyOf("en-fire-0"));
    expect(storyOf(`${language}-pool`)).not.toBe(storyOf("en-fire-0"));
    expect(storyOf("en-pool")).not.toBe(storyOf(`${language}-fire-0`));
  },
);

test("words of letters that no language has are read as no language", () => {
  const text =
    "Bance digofu harjel kimlor munnav pesqui rossal torul vexwen yorzan bagofu dihar. Jelkim lormun navpes quiros salto rulvex.";
  expect(featuresOf({ id: "a", text: text.repeat(4) }).language).toBeNull();
});

test("what is read of a text does not hang on what was read before it", () => {
  const [first = { id: "", text: "" }, ...rest] = documents(["de", "pl", "zh", "en"]);
  const alone = featuresOf(first);
  for (const doc of rest) featuresOf(doc);
  expect(featuresOf(first)).toEqual(alone);
});

test("two reports in two languages are compared alike whichever of them comes first by id", () => {
  const all = Object.entries(fire).flatMap(([language, texts]) => texts.map((text) => ({ language, text })));
  const scored = (first: string, second: string) =>
    all.flatMap((one, i) =>
      all
        .slice(i + 1)
        .map((two) => compare(featuresOf({ id: first, ...one }), featuresOf({ id: second, ...two }))?.score ?? null),
    );
  const forward = scored("a", "b");
  expect(forward.some((score) => score !== null)).toBe(true);
  expect(scored("b", "a")).toEqual(forward);
});

/** Figure tokens of a text. */
const figuresOf = (text: string, language: string): number[] => {
  const { tokens, flags } = featuresOf({ id: "x", text, language });
  return [...tokens].filter((_, at) => ((flags[at] ?? 0) & FIGURE) !== 0);
};

test.each([
  ["zh", "该任务将耗资 25 亿卢比，政府、公司和银行表示，这是一个很大的项目。"],
  ["ru", "Проект обойдётся в 2,5 млрд рублей, сказал министр, и это не всё, что они хотели."],
  ["tr", "Proje için 2,5 milyar lira harcanacak ve bu çok büyük bir para, dedi bakan."],
  ["es", "El proyecto costará 2.500 millones de pesos, dijo el ministro, y eso es mucho."],
  ["pl", "Projekt będzie kosztował 2,5 miliarda złotych, powiedział minister, i to jest dużo."],
])("scale words of %s multiply the figure before them", (language, text) => {
  expect(figuresOf(text, language)).toContain(hashFigure(2_500_000_000));
});
