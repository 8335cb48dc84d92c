import type { z } from 'zod'
import type { Document } from '../documents/document.ts'
import { UserError } from '../user-error.ts'
import { joinPath } from './join-path.ts'
import type { CloudVersion, DvcEntry, DvcHash, DvcOutput } from './output.ts'
import { safeRelpath } from './safe-relpath.ts'
import type { OutputSchema } from './schema.ts'

interface Where {
  readonly document: Document
  readonly at: readonly PropertyKey[]
  /** Folder that its path is relative to. */
  readonly folder: string
  readonly stage?: string
  readonly importedFrom?: string | undefined
}

/** An output as its pointer has it. */
export function outputOf(
  out: z.output<typeof OutputSchema>,
  { document, at, folder, stage, importedFrom }: Where,
): DvcOutput {
  const place = document.place(at)
  const fault = (found: string, hint: string) =>
    new UserError('dvc.pointer', `Expected an output of ${document.name} to ${found} (${place.text})`, {
      file: document.name,
      ...(place.line === undefined ? {} : { line: place.line }),
      hint,
    })
  const path = joinPath(folder, out.path)
  if (path === undefined)
    throw fault(
      `lie in the repository but found '${out.path}'`,
      'Track data inside the repository: what lies outside of it is not verified',
    )
  if (out.hash !== undefined && out.hash !== 'md5' && out.hash !== 'md5-dos2unix')
    throw fault(`be hashed by md5 but found '${out.hash}'`, 'Run dvc commit with DVC 3, whose hash is md5')
  const hash: DvcHash = out.hash ?? 'md5-dos2unix'
  const entries = out.files?.map((file, i): DvcEntry => {
    if (!safeRelpath(file.relpath))
      throw fault(`list files below it but found '${file.relpath}' (file ${i + 1})`, 'Find out who wrote this pointer')
    return { relpath: file.relpath, ...hashed(file), cloud: cloudOf(file) }
  })
  return {
    path,
    pointer: document.name,
    line: place.line ?? 1,
    ...(stage === undefined ? {} : { stage }),
    hash,
    ...hashed(out),
    folder: entries !== undefined || (out.md5?.endsWith('.dir') ?? false),
    ...(out.nfiles === undefined ? {} : { nfiles: out.nfiles }),
    ...(entries === undefined ? {} : { entries }),
    cloud: cloudOf(out),
    cached: out.cache ?? true,
    pushed: out.push ?? true,
    ...(out.remote === undefined ? {} : { remote: out.remote }),
    ...(importedFrom === undefined ? {} : { importedFrom }),
  }
}

const hashed = ({ md5, size }: { md5?: string | undefined; size?: number | undefined }) => ({
  ...(md5 === undefined ? {} : { md5: md5.slice(0, 32) }),
  ...(size === undefined ? {} : { size }),
})

function cloudOf({
  cloud = {},
  remote,
  version_id,
  etag,
}: Partial<z.output<typeof OutputSchema>>): Map<string, CloudVersion> {
  const versions = new Map(Object.entries(cloud).map(([name, version]) => [name, versionOf(version)]))
  if (remote !== undefined && version_id !== undefined && !versions.has(remote))
    versions.set(remote, versionOf({ version_id, etag }))
  return versions
}

const versionOf = ({
  version_id,
  etag,
}: {
  version_id?: string | undefined
  etag?: string | undefined
}): CloudVersion => ({
  ...(version_id === undefined ? {} : { versionId: version_id }),
  ...(etag === undefined ? {} : { etag }),
})
