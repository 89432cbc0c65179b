/** What sites call the pages of a topic in their addresses. */
const topic = /tags?|topics?|themen?|keywords?|stichwort\w*|schlagwort\w*|etiquetas?|temas?|hashtags?/.source;

/** An address of a topic's page. */
export const topicAddress = new RegExp(
  `\\/(?:${topic}|categor(?:y|ies|ia|ias|ie)|kategorien?|rubrik\\w*|mots?-cles?|label|subjects?)[/=]|[?&](?:tag|topic|category|cat)=`,
  "i",
);

/** The start of an address, cut before its last part: that part is a topic's. */
export const topicStart = new RegExp(`(?:${topic}|categor\\w+|sections?|search|suche|thema|sujets?)[^"'\\s]{0,40}$`, "i");
