import { readFileSync } from 'node:fs'

interface Type {
  readonly kind: 'OBJECT' | 'INTERFACE' | 'INPUT_OBJECT'
  readonly fields?: Readonly<Record<string, { readonly type: string; readonly args: Readonly<Record<string, string>> }>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly possible?: readonly string[]
}

/** GitHub's own schema, as scripts/slice-graphql.mjs has cut it out. */
export const schema: { readonly leaves: readonly string[]; readonly types: Readonly<Record<string, Type>> } =
  JSON.parse(readFileSync(new URL('../../graphql.json', import.meta.url), 'utf8'))

/** `[FileAddition!]!` → `FileAddition` */
export const bare = (type: string): string => type.replace(/[[\]!]/g, '')
