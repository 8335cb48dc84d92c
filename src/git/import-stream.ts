import type { BranchChange } from '../ports/log-branch.ts'

/** Who all commits of a log are by. */
const AUTHOR = 'Proofmark <noreply@proofmark.dev>'

/** What `git fast-import` reads to make one commit, then to tell its name: it touches only the folders on the way to what changes. */
export function importStream(
  ref: string,
  parent: string | undefined,
  { message, additions, deletions }: BranchChange,
  now: Date,
): Uint8Array {
  const parts: Uint8Array[] = []
  const line = (text: string) => parts.push(Buffer.from(`${text}\n`))
  const data = (content: Uint8Array) => {
    line(`data ${content.byteLength}`)
    parts.push(content, Buffer.from('\n'))
  }
  line(`commit ${ref}`)
  line('mark :1')
  line(`committer ${AUTHOR} ${Math.floor(now.getTime() / 1000)} +0000`)
  data(Buffer.from(message))
  if (parent !== undefined) line(`from ${parent}`)
  for (const path of deletions) line(`D ${quoted(path)}`)
  for (const { path, content } of additions) {
    line(`M 100644 inline ${quoted(path)}`)
    data(content)
  }
  line('get-mark :1')
  line('done')
  return Buffer.concat(parts)
}

/** Paths hold no control characters and no backslash (`checkChange`), so a quote is all that needs care. */
const quoted = (path: string) => `"${path.replaceAll('"', '\\"')}"`
