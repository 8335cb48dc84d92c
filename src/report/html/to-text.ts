import type { ElementContent, Properties } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'

/** Elements without content and end. */
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

const names = { html: new Map<string, string>(), svg: new Map<string, string>() }

/** How a property is written as an attribute: the library is asked once for each. */
function attributeOf(property: string, space: 'html' | 'svg'): string {
  const known = names[space].get(property)
  if (known !== undefined) return known
  const written = toHtml(space === 'svg' ? s('g', { [property]: '1' }) : h('p', { [property]: '1' }), { space })
  const name = /^<\w+ ([\w:-]+)/.exec(written)?.[1] ?? property
  names[space].set(property, name)
  return name
}

/**
 * Nodes as HTML: what `hast-util-to-html` writes, in a fraction of its time, for the trees of this report alone. Every text and every value is
 * escaped, whatever it holds; `raw` is markup that a part of the report has escaped itself.
 */
export function toText(nodes: readonly ElementContent[], space: 'html' | 'svg' = 'html'): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += escapeContent(node.value)
    else if (node.type === 'raw') text += node.value
    else if (node.type === 'element') {
      const { tagName, properties, children } = node
      const inside = tagName === 'svg' ? 'svg' : space
      text += `<${tagName}${attributes(properties, inside)}>`
      if (inside === 'svg' || !VOID.has(tagName)) text += `${toText(children, inside)}</${tagName}>`
    }
  }
  return text
}

function attributes(properties: Properties, space: 'html' | 'svg'): string {
  let text = ''
  for (const property in properties) {
    const value = properties[property]
    if (value === undefined || value === null || value === false) continue
    if (Array.isArray(value) && value.length === 0) continue
    const name = attributeOf(property, space)
    text += ` ${name}`
    if (value !== true || name.startsWith('aria-'))
      text += `="${escapeValue(Array.isArray(value) ? value.join(' ') : String(value))}"`
  }
  return text
}

const escapeContent = (text: string) =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text

const escapeValue = (text: string) => (/[&<>"]/.test(text) ? escapeContent(text).replaceAll('"', '&quot;') : text)
