import { defineFormat, inconclusive } from '../format.ts'

/** Whatever no other format recognises: it recognises nothing itself. */
export const binary = defineFormat({
  id: 'binary',
  title: 'an unknown binary file',
  unread: true,
  recognise: () => false,
  inspect: () =>
    inconclusive(
      'Expected a format that can be told by its content but found an unknown binary file',
      'Keep it out of the scanned paths, or save the model in a format that can be read',
    ),
})
