import { LAKEFS_FORM } from '../core/record/hook/lakefs-address.ts'
import type { SourceKind } from './source-kind.ts'

/** Objects of lakeFS's, at the commit that a ref names. */
export const lakefs: SourceKind = {
  kind: 'lakefs',
  form: LAKEFS_FORM,
  recognises: path => path.startsWith('lakefs:'),
  open: async ({ environment }) => (await import('../lakefs/lakefs-source.ts')).lakefsSource(environment),
}
