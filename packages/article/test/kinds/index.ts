import { languagePages } from "./languages.ts";
import { morePages } from "./more.ts";
import { newsPages } from "./news.ts";
import type { KindPage } from "./page.ts";
import { tradePages } from "./trade.ts";

export type { KindPage } from "./page.ts";
export const KIND_PAGES: readonly KindPage[] = [...tradePages, ...newsPages, ...languagePages, ...morePages];
