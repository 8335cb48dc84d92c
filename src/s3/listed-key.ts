import { UserError } from '../core/user-error.ts'
import { xmlText } from './xml-text.ts'

/**
 * A key or prefix in a listing that was asked for with `encoding-type=url`, which keeps characters that XML cannot hold. Not every store
 * does as it is asked: `listing` says in `EncodingType` whether this one has.
 */
export function listedKey(xml: string, tag: string, listing: string): string {
  const text = xmlText(xml, tag) ?? ''
  if (xmlText(listing, 'EncodingType') !== 'url') return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new UserError('s3.listing', `Expected the keys of a listing to be URL-encoded but found ${text}`, {
      kind: 'environment',
      hint: 'Name each object',
      cause,
    })
  }
}
