import type { Article } from "@wirefold/core";
import type { Paint } from "../terminal.ts";
import { cutByReason, headOf, pageParts } from "./page-parts.ts";

/** The longest piece shown whole; of longer cuts (a comment section) the beginning says enough. */
const CUT_SHOWN_MAX = 400;

/**
 * The page as text with what was cut struck through and the reason beside it. Without colour, cut lines begin with
 * "-" and the reason in brackets, so the view can be read by `grep` and by people alike.
 */
export function terminalView(article: Article, paint: Paint, colour: boolean): string {
  const lines: string[] = headOf(article).map(([name, value]) => `${paint(`${name}:`, "dim")} ${paint(value, "bold")}`);
  if (lines.length > 0) lines.push("");
  for (const { text, reason, isHeading } of pageParts(article)) {
    if (reason === null) lines.push(isHeading ? paint(text, "bold") : text);
    else lines.push(cutLine(shorten(text), reason, paint, colour));
  }
  lines.push("", summary(article, paint));
  return `${lines.join("\n")}\n`;
}

function cutLine(text: string, reason: string, paint: Paint, colour: boolean): string {
  if (!colour) return `- [${reason}] ${text}`;
  return `${paint(text, "red", "strike")} ${paint(`✂ ${reason}`, "grey")}`;
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= CUT_SHOWN_MAX) return flat;
  return `${flat.slice(0, CUT_SHOWN_MAX)}… (${flat.length - CUT_SHOWN_MAX} more)`;
}

function summary(article: Article, paint: Paint): string {
  const kept = `kept ${article.blocks.length} blocks, ${article.text.length} characters`;
  const cut = cutByReason(article).map(([reason, pieces, characters]) => `${reason} ${pieces} (${characters})`);
  return paint(cut.length === 0 ? `${kept}; cut nothing` : `${kept}; cut ${cut.join(", ")}`, "dim");
}
