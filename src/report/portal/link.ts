import type { Element } from 'hast'
import { h } from 'hastscript'

/** A link to an address that a document names, where it is one of the web; nothing else becomes a link. */
export function link(address: string | undefined, text: string): Element | string {
  if (address === undefined || !/^https?:\/\/[^\s"<>]+$/i.test(address)) return ''
  return h('a', { href: address, rel: ['noopener', 'noreferrer'] }, text)
}
