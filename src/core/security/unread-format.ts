import { defineFormat, type Format, inconclusive } from './format.ts'

/** A format that is told by its first bytes and that nothing here can read yet: it is named, and never passes. */
export function unreadFormat(format: Pick<Format, 'id' | 'title' | 'recognise'> & { readonly hint?: string }): Format {
  const {
    id,
    title,
    recognise,
    hint = 'Keep it out of the scanned paths, or save the model in a format that can be read',
  } = format
  return defineFormat({
    id,
    title,
    recognise,
    unread: true,
    inspect: () =>
      inconclusive(`Expected a format that can be read but found ${title}, which cannot be read yet`, hint),
  })
}
