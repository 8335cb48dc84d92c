import type { ElementContent } from 'hast'
// Nothing is imported: its types make `raw` a kind of node that `toHtml` may be given.
import type {} from 'mdast-util-to-hast'

/** Markup that a part of this report has made and escaped itself. */
export const raw = (markup: string): ElementContent => ({ type: 'raw', value: markup })
