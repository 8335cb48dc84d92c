import { hasAt } from '../bytes.ts'
import { defineFormat, passed } from '../format.ts'
import { isText } from '../is-text.ts'

/** UTF-8 text; what reads as a pickle besides is inspected as one too. */
export const text = defineFormat({
  id: 'text',
  title: 'UTF-8 text',
  recognise: source => isText(source) && !hasAt(source, 'version https://git-lfs.github.com/spec/'),
  inspect: () => passed('UTF-8 text, no serialised object'),
})
