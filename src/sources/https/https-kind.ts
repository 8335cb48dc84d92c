import type { SourceKind } from '../source-kind.ts'

export const httpsKind: SourceKind = {
  kind: 'https',
  form: 'https://host/file#sha256=…',
  recognises: path => /^https?:/.test(path),
  open: async world => (await import('./https-source.ts')).httpsSource(world),
}
