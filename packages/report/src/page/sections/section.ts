import { type Content, type Html, html } from "../markup.ts";

/** A part of the page, with its line in the table of contents. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Shown next to the title in the contents: how much there is. */
  readonly amount: number | null;
  readonly body: Html;
}

/** A section whose contents are there on demand: its heading opens it. */
export function foldedSection(id: string, title: string, amount: number | null, intro: Content, body: Content): Section {
  return {
    id,
    title,
    amount,
    body: html`<section id="${id}" class="folded" aria-labelledby="${id}-h"><details class="fold whole" open><summary><h2 id="${id}-h">${title}</h2>${
      amount === null ? null : html` <span class="fine">${amount}</span>`
    }</summary>${intro ? html`<p class="intro">${intro}</p>` : null}${body}</details></section>`,
  };
}

export function section(id: string, title: string, amount: number | null, intro: Content, body: Content): Section {
  return {
    id,
    title,
    amount,
    body: html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>${
      intro ? html`<p class="intro">${intro}</p>` : null
    }${body}</section>`,
  };
}
