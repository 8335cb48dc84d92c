import { z } from 'zod'
import type { Portal } from '../../core/portal/portal.ts'
import { UserError } from '../../core/user-error.ts'
import type { Ports } from '../../ports.ts'

/** What the site holds, for programs, and so that a later build takes away what it no longer has. */
const MANIFEST = 'portal.json'
const MAX_MANIFEST_BYTES = 16 * 1024 * 1024

const Manifest = z.looseObject({ files: z.array(z.string().regex(/^(models\/)?[a-z0-9-]+\.(html|xml|css|js)$/)) })

/** Writes the site into a folder; pages of an earlier build that are no more are taken away, nothing else there is touched. Returns the number of pages. */
export async function writeSite(
  portal: Portal,
  { out, title, url }: { readonly out: string; readonly title: string; readonly url?: string | undefined },
  { files, sha256 }: Pick<Ports, 'files' | 'sha256'>,
): Promise<number> {
  const { manifest, pages } = await import('../../report/portal/site.ts')
  const before = await earlier(`${out}/${MANIFEST}`, files)
  const written = new Set<string>()
  for (const [path, content] of pages(portal, { title, url, sha256 })) {
    await files.write(`${out}/${path}`, content)
    written.add(path)
  }
  for (const path of before) if (!written.has(path)) await files.remove(`${out}/${path}`)
  await files.write(`${out}/${MANIFEST}`, `${JSON.stringify({ ...manifest(portal), files: [...written] }, null, 2)}\n`)
  return [...written].filter(path => path.endsWith('.html')).length
}

async function earlier(path: string, files: Ports['files']): Promise<readonly string[]> {
  try {
    if (!(await files.exists(path))) return []
    const text = await files.readText(path, { maxBytes: MAX_MANIFEST_BYTES })
    return Manifest.safeParse(JSON.parse(text)).data?.files ?? []
  } catch (error) {
    if (error instanceof UserError || error instanceof SyntaxError) return []
    throw error
  }
}
