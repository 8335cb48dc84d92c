import { day } from './lanes.ts'
import { escapeHtml } from './svg.ts'

/** A cell: `short` is never broken, `wide` has room for a sentence. */
export interface Cell {
  readonly html: string
  readonly kind?: 'short' | 'wide'
}

export const cell = (text: string, kind?: Cell['kind']): Cell => ({ html: escapeHtml(text), ...(kind ? { kind } : {}) })

export const dateCell = (at: string): Cell => ({
  html: `<time datetime="${escapeHtml(at)}">${escapeHtml(day(at))}</time>`,
  kind: 'short',
})

/** A table whose rows become cards on a telephone; the roles stay what they are though the layout changes. */
export function htmlTable(head: readonly string[], body: readonly (readonly Cell[])[]): string {
  const titles = head.map(title => `<th role="columnheader" scope="col">${title}</th>`).join('')
  const cells = (row: readonly Cell[]) =>
    row
      .map(
        ({ html, kind }, i) =>
          `<td role="cell" data-title="${head[i] ?? ''}"${kind === undefined ? '' : ` class="${kind}"`}><span>${html}</span></td>`,
      )
      .join('')
  return `<div class="scroll"><table role="table"><thead role="rowgroup"><tr role="row">${titles}</tr></thead><tbody role="rowgroup">
${body.map(row => `<tr role="row">${cells(row)}</tr>`).join('\n')}
</tbody></table></div>`
}
