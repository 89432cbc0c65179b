import { html } from "hono/html";
import type { Markup } from "./layout.ts";

export interface Column {
  readonly name: string;
  /** Figures stand to the right, one under the other. */
  readonly num?: boolean;
  /** Only for those who listen: the column of buttons. */
  readonly hidden?: boolean;
}

export type Cell = Markup | string | number;

/**
 * A table that becomes a list of cards on a phone, where each cell bears its column's name. The first cell of a row names it. Roles are
 * given, since a table that is laid out as cards is none to a browser.
 */
export function listTable(label: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Markup {
  const kind = (index: number) => (columns[index]?.num ? "num" : "");
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="list" role="table"><thead role="rowgroup"><tr role="row">${columns.map(
    ({ name, num, hidden }) =>
      html`<th scope="col" role="columnheader" class="${num ? "num" : ""}">${hidden ? html`<span class="hidden">${name}</span>` : name}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      html`<tr role="row">${cells.map((cell, index) =>
        index === 0
          ? html`<th scope="row" role="rowheader">${cell}</th>`
          : html`<td role="cell" class="${kind(index)}" data-label="${columns[index]?.hidden ? "" : (columns[index]?.name ?? "")}">${cell === "" ? "" : html`<div>${cell}</div>`}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

/** A button that posts a form of hidden fields; what it is about is said to those who cannot see where it stands. */
export function lever(action: string, name: string, about: string, fields: Readonly<Record<string, string>> = {}): Markup {
  return html`<form class="lever" method="post" action="${action}">${Object.entries(fields).map(
    ([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`,
  )}<button>${name}<span class="hidden"> ${about}</span></button></form>`;
}
