/**
 * How lines say whose news a text is. One file for all languages, since a few words make no file each. Words are in lower case;
 * from `thisText` on
 * they are sources of regular expressions for text in any case.
 */
export interface CreditWords {
  /** What such a line is made of around its agencies: labels, "with", "information", "from", the desk that wrote it. */
  readonly line: readonly string[];
  /** The words of `line` behind which an outlet's or a person's name may stand before: "the Gazette *with* AFP", "*by* Ana Duarte". */
  readonly joins?: readonly string[];
  /** What makes it the credit of a picture. */
  readonly picture?: readonly string[];
  /** What a note calls the text it stands under. */
  readonly thisText?: readonly string[];
  /** How the note says that the text came from elsewhere as it is. */
  readonly origin?: readonly string[];
  /** The two halves of how one agency signs: "Reporting by …; editing by …". */
  readonly reportedBy?: readonly string[];
  readonly editedBy?: readonly string[];
  /** Says that people worked on the story, who they are by trade, and that an agency itself did. */
  readonly contribution?: readonly string[];
  readonly staff?: readonly string[];
  readonly contributedItself?: readonly string[];
}

/** What a Chinese or Japanese telegram's opening is made of: month, day, and "by wire". */
export const TELEGRAM_SIGNS = { month: "月", day: "日", wire: "电電訊讯" } as const;

const words = (list: string): readonly string[] => list.split(" ");

export const CREDIT_WORDS: Readonly<Record<string, CreditWords>> = {
  ar: { line: words("المصدر مصدر وكالة وكالات عن مع و"), picture: words("صورة صور تصوير") },
  bg: { line: words("източник по материали на от с и агенция"), picture: words("снимка снимки фото") },
  cs: {
    line: words("zdroj zdroje s z a od redakce agentura agentury materiálem materiálů informací podle autor"),
    joins: words("s z od autor"),
    picture: words("foto fotografie"),
    thisText: ["(?:tento|text) (?:článek|text|zprávu)"],
    origin: ["převzat", "převzal"],
  },
  da: {
    line: words("kilde kilder med af fra og redaktionen materiale"),
    joins: words("med af"),
    picture: words("foto billede"),
  },
  de: {
    line: words(
      "quelle quellen mit material agenturmaterial agentur agenturen informationen meldung der des von vom aus und sowie nach den die das redaktion text bericht autor ergänzt uhr am um stand veröffentlicht aktualisiert zuletzt",
    ),
    joins: words("mit von autor text"),
    picture: words("foto fotos bild bilder bildquelle symbolbild archivbild archivfoto video grafik"),
    thisText: ["(?:diese[rs]?|der|die) (?:artikel|text|beitrag|meldung|nachricht|inhalt|bericht)(?!\\p{L})"],
    origin: ["übernommen", "erschien", "stammt", "veröffentlicht", "übermittelt", "bereitgestellt", "automatisch"],
    reportedBy: ["geschrieben von", "bericht(?:et)? von", "berichterstattung (?:von|durch)"],
    editedBy: ["redigiert von", "bearbeitet von", "redaktionelle bearbeitung"],
    contribution: ["mitarbeit"],
  },
  el: { line: words("πηγή με από πληροφορίες και των στοιχεία"), joins: words("με"), picture: words("φωτογραφία φωτο φωτό") },
  en: {
    line: words(
      "source sources via from credit text by with the and of in inputs input files material reporting additional news agency agencies wire wires staff desk correspondent published updated first distributed by llc inc copyright all rights reserved at on am pm gmt et utc feed service",
    ),
    joins: words("by with from"),
    picture: words("photo photos photograph photographs image images picture pictures pool pix video file illustration graphic"),
    thisText: ["this (?:article|story|report|content|item|piece|text|copy|news)(?!\\p{L})"],
    origin: [
      "(?:published|produced|provided|supplied|written|distributed|syndicated|republished|generated|sourced|edited|taken) ",
      "feed",
      "courtesy of",
      "is (?:by|from) ",
    ],
    reportedBy: ["(?:additional )?reporting by"],
    editedBy: ["(?:writing|editing) by"],
    contribution: ["contributed", "contributing", "reported from"],
    staff: ["journalists?", "writers?", "reporters?", "correspondents?", "staff", "producers?", "video", "news"],
    contributedItself: ["(?:also )?contributed to this (?:report|story|article)"],
  },
  es: {
    line: words(
      "fuente fuentes con información informaciones de del la el las los y e por redacción agencia agencias publicado actualizado a material materiales datos",
    ),
    joins: words("con por de"),
    picture: words("foto fotos fotografía imagen imágenes vídeo video archivo"),
    thisText: ["(?:este|esta|el presente) (?:artículo|texto|nota|noticia|contenido|reporte)(?!\\p{L})"],
    origin: ["publicad[oa]", "cortesía", "originalmente", "proporcionad[oa]", "despacho"],
    reportedBy: ["(?:reporte|reportaje|información) (?:adicional )?(?:de|por)"],
    editedBy: ["editad[oa] (?:en español )?por", "edición de", "traducid[oa] por"],
  },
  fi: { line: words("lähde lähteet ja"), picture: words("kuva kuvat") },
  fr: {
    line: words(
      "source sources avec par la le les l de des du d et à rédaction agence agences dépêche dépêches publié mis jour mise article contenu h informations",
    ),
    joins: words("avec par"),
    picture: words("photo photos photographie illustration image images crédit crédits vidéo"),
    thisText: ["(?:cet|ce|cette) (?:article|texte|dépêche|contenu|information)(?!\\p{L})"],
    origin: ["dépêche", "publié", "provient", "fourni", "repris", "issu"],
    reportedBy: [
      "reportages? (?:additionnel |complémentaire )?(?:de |d['’]|par)",
      "rédigé par",
      "(?:avec la contribution|version française) (?:de |d['’])",
    ],
    editedBy: ["édité par", "(?:édition|rédaction) (?:de |d['’]|par)"],
  },
  he: { line: words("מקור סוכנות סוכנויות"), picture: words("צילום תמונה") },
  hi: { line: words("स्रोत साभार एजेंसी"), picture: words("फोटो चित्र") },
  hr: { line: words("izvor izvori i s agencije"), picture: words("foto fotografija") },
  hu: { line: words("forrás a az és"), picture: words("fotó kép") },
  id: { line: words("sumber dari dan oleh kantor berita"), joins: words("oleh"), picture: words("foto gambar") },
  it: {
    line: words(
      "fonte fonti con di da del della dell l il la e redazione agenzia agenzie informazioni riproduzione riservata testo articolo ore",
    ),
    joins: words("con di"),
    picture: words("foto immagine immagini video"),
    thisText: ["(?:questo|il presente) (?:articolo|testo|contenuto)(?!\\p{L})"],
    origin: ["pubblicato", "fornito", "tratto", "generato"],
    reportedBy: ["(?:servizio|articolo) di", "tradotto da"],
    editedBy: ["editing (?:di )?", "(?:in redazione|modificato da)"],
  },
  ja: { line: words("提供 配信 出典 情報提供"), picture: words("写真 画像 提供写真 撮影") },
  ko: { line: words("출처 제공 기사"), picture: words("사진") },
  nb: { line: words("kilde kilder med av fra og"), joins: words("med av"), picture: words("foto bilde") },
  nl: {
    line: words("bron bronnen met van door de het en redactie informatie materiaal persbureau"),
    joins: words("met van door"),
    picture: words("foto foto's beeld afbeelding"),
    thisText: ["dit (?:artikel|bericht)(?!\\p{L})"],
    origin: ["overgenomen", "verschenen", "afkomstig"],
  },
  pl: {
    line: words("źródło źródła na podstawie depeszy depesz materiałów z i za oprac autor redakcja"),
    joins: words("oprac autor"),
    picture: words("fot foto zdjęcie zdjęcia"),
    thisText: ["(?:ten|niniejszy) (?:artykuł|tekst|materiał)(?!\\p{L})"],
    origin: ["pochodzi", "opublikowan"],
  },
  pt: {
    line: words(
      "fonte fontes com informações informação da do das dos de por e a o pela redação agência agências conteúdo publicado atualizado",
    ),
    joins: words("com por da"),
    picture: words("foto fotos fotografia imagem imagens crédito vídeo"),
    thisText: ["(?:este|esta|o presente) (?:artigo|texto|matéria|notícia|conteúdo|reportagem)(?!\\p{L})"],
    origin: ["publicad[oa]", "cedid[oa]", "originalmente"],
    reportedBy: ["reportagem (?:adicional )?(?:de|por)"],
    editedBy: ["edição (?:de|por)"],
  },
  ro: { line: words("sursa sursă sursele din cu de la și agenția"), picture: words("foto imagine") },
  ru: {
    line: words("источник источники по материалам материалы сообщает агентство агентства с и из от"),
    picture: words("фото фотография иллюстрация снимок"),
  },
  sk: { line: words("zdroj zdroje s z a od redakcia agentúra"), joins: words("s"), picture: words("foto fotografia") },
  sr: { line: words("извор izvor и i"), picture: words("фото foto") },
  sv: {
    line: words("källa källor med av från och nyhetsbyrån"),
    joins: words("med av"),
    picture: words("foto bild arkivbild"),
  },
  tr: { line: words("kaynak haber merkezi ve ile ajansı"), picture: words("fotoğraf foto görsel") },
  uk: { line: words("джерело джерела за матеріалами матеріали агентство і й та з із"), picture: words("фото ілюстрація знімок") },
  vi: { line: words("nguồn theo và"), joins: words("theo"), picture: words("ảnh") },
  zh: { line: words("来源 來源 转自 轉自 据 綜合 综合 电 電 讯 訊"), picture: words("图 圖 图片 圖片 摄 攝 图源") },
};
