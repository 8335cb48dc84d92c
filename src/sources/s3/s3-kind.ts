import type { SourceKind } from '../source-kind.ts'

export const s3Kind: SourceKind = {
  kind: 's3',
  form: 's3://bucket/key, s3://bucket/prefix/',
  recognises: path => path.startsWith('s3:'),
  open: async world => (await import('./s3-source.ts')).s3Source(world),
}
