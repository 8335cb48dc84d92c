import { dockerfileInstructions, type Instruction } from '../dockerfile-instructions.ts'
import { defineManifest, type Requirement } from '../manifest.ts'
import { readSpecifier } from '../pep508.ts'
import { pipInstall } from '../pip-install.ts'
import { readPipLine } from '../pip-line.ts'
import { requiredBySpecifier } from '../required-by-specifier.ts'

const FROM = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?\s*$/i
const SETTING = /(?<!\w)([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|(\S*))/g
const VARIABLE = /\$(?:\{(\w{1,128})(?::?-([^}]{0,256}))?\}|(\w{1,128}))/g

/** Dockerfiles: images by digest, packages by `pip install`. Requirements files named there are judged where they are scanned. */
export const dockerfile = defineManifest({
  id: 'dockerfile',
  title: 'a Dockerfile',
  recognise: path => /(^|\/)((docker|container)file([._-][^/]*)?|[^/]+\.(docker|container)file)$/i.test(path),
  read(path, text) {
    const variables = new Map<string, string>()
    const stages = new Set<string>()
    const requirements: Requirement[] = []
    for (const instruction of dockerfileInstructions(text)) {
      const { keyword, line } = instruction
      if (keyword === 'ARG' || keyword === 'ENV') set(instruction, variables)
      const resolved = resolve(instruction.text, variables)
      if (keyword === 'FROM') requirements.push(...image(resolved, line, stages))
      if (keyword === 'RUN') requirements.push(...installed(path, resolved, line))
    }
    return { requirements, includes: [] }
  },
})

function set({ text }: Instruction, variables: Map<string, string>): void {
  for (const [, name = '', double, single, bare] of text.matchAll(SETTING))
    variables.set(name, resolve(double ?? single ?? bare ?? '', variables))
}

/** Defaults of ARG and values of ENV; what has none stays as it is written. Each is resolved once, so nothing grows without end. */
const resolve = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replaceAll(
    VARIABLE,
    (written: string, braced?: string, fallback?: string, bare?: string) =>
      variables.get(braced ?? bare ?? '')?.slice(0, MAX_VALUE) ?? fallback ?? written,
  )

const MAX_VALUE = 256

function image(text: string, line: number, stages: Set<string>): Requirement[] {
  const [, reference, stage] = FROM.exec(text.trim()) ?? []
  const known = reference === undefined || reference === 'scratch' || stages.has(reference.toLowerCase())
  if (stage !== undefined) stages.add(stage.toLowerCase())
  if (known) return []
  const [name = reference, digest] = reference.split('@')
  const pinned = /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(digest ?? '')
  return [{ ecosystem: 'image', name: name.replace(/:[^/:]*$/, ''), line, requirement: reference, pinned }]
}

const installed = (path: string, text: string, line: number): Requirement[] =>
  pipInstall(text).flatMap(word => {
    if (word.includes('://')) return readPipLine(path, line, word).requirements
    const specifier = readSpecifier(word)
    return specifier ? [requiredBySpecifier(specifier, line)] : []
  })
