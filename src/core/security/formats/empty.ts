import { defineFormat, inconclusive } from '../format.ts'

/** A file without a byte: nothing can be told of it, so it never passes. */
export const empty = defineFormat({
  id: 'empty',
  title: 'an empty file',
  unread: true,
  recognise: source => source.size === 0,
  inspect: () =>
    inconclusive('Expected content but the file is empty', 'Write the file again, or keep it out of the scanned paths'),
})
