import { type Content, type Html, html } from "./markup.ts";

export interface CardColumn {
  readonly head: string;
  readonly numeric?: boolean;
}

/**
 * A table that becomes a list of labelled cards on a phone. The roles are written out because browsers drop a table's
 * meaning once its rows are laid out as blocks.
 */
export function cardTable(caption: string, columns: readonly CardColumn[], rows: readonly (readonly Content[])[]): Html {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table role="table" class="cards"><caption class="vh">${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map(
    ({ head, numeric }) => html`<th scope="col" role="columnheader"${numeric ? html` class="num"` : null}>${head}</th>`,
  )}</tr></thead><tbody role="rowgroup">${rows.map(
    (cells) =>
      html`<tr role="row">${columns.map(({ head, numeric }, i) =>
        i === 0
          ? html`<th scope="row" role="rowheader">${cells[i]}</th>`
          : html`<td role="cell" data-label="${head}"${numeric ? html` class="num"` : null}><span>${cells[i]}</span></td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}
