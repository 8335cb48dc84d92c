import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { DvcChecked } from '../core/dvc/finding.ts'
import type { DvcOutput } from '../core/dvc/output.ts'
import { readPipeline } from '../core/dvc/read-pipeline.ts'
import { remoteConfig } from '../core/dvc/remote-config.ts'
import { UserError } from '../core/user-error.ts'
import { fileError, systemCode } from '../files/file-error.ts'
import type { DvcData, DvcPlace } from '../ports/dvc-data.ts'
import { cacheFolder } from '../sources/cache/cache-folder.ts'
import type { DvcSourceWorld } from './dvc-source.ts'
import { pathOf } from './entries-of.ts'
import { gitTexts } from './git-texts.ts'
import { openRemote } from './remotes/open-remote.ts'
import { type DvcRepository, findRoot, openRepository } from './repository.ts'
import { openTimes } from './times/times.ts'
import { trackedAt } from './tracked-at.ts'
import { verifyCache } from './verify-cache.ts'
import { verifyRemote } from './verify-remote.ts'
import { verifyWorkspace } from './verify-workspace.ts'

const MAX_METRICS_BYTES = 16 * 1024 * 1024

/** DVC's data around a folder. */
export function dvcData({ root, environment, progress }: DvcSourceWorld): DvcData {
  let opened: DvcRepository | undefined
  const repository = () => {
    const home = findRoot(root)
    if (home === undefined)
      throw new UserError(
        'dvc.no-repository',
        'Expected a DVC repository (a folder .dvc, here or above) but found none',
        {
          hint: 'Run it where dvc init was run',
        },
      )
    opened ??= openRepository(home)
    return opened
  }
  const git = () => gitTexts(root, environment)
  const fromRoot = (path: string) => relative(root, join(repository().root, path)).split(sep).join('/')
  const fromHome = (path: string) => relative(repository().root, resolve(root, path)).split(sep).join('/')
  /** Names what is told from the settings' folder. */
  const seen = (checked: DvcChecked): DvcChecked => ({
    ...checked,
    findings: checked.findings.map(finding => ({
      ...finding,
      path: fromRoot(finding.path),
      pointer: fromRoot(finding.pointer),
    })),
  })

  return {
    async outputs(paths) {
      const { outputs, faults } = await repository().outputs()
      const [fault] = faults
      if (fault) throw fault.error
      if (paths.length === 0) return outputs
      const asked = paths.map(path => ({ path, inside: fromHome(path).replace(/\.dvc$/, '') }))
      const isAt = (output: DvcOutput, inside: string) =>
        inside === '' ||
        [output.path, output.pointer].some(name => name === inside || name.startsWith(`${inside}/`)) ||
        inside.startsWith(`${output.path}/`)
      for (const { path, inside } of asked)
        if (!outputs.some(output => isAt(output, inside)))
          throw new UserError('dvc.untracked', `Expected ${path} to be tracked by DVC but no pointer names it`, {
            file: path,
            hint: `Run dvc add ${path}, or name something that DVC tracks`,
          })
      return outputs.filter(output => asked.some(({ inside }) => isAt(output, inside)))
    },

    pointerOf: ({ pointer }) => fromRoot(pointer),

    async changed(outputs, earlier) {
      const pointers = [...new Set(outputs.map(({ pointer }) => pointer))]
      const texts = await earlier(pointers.map(fromRoot))
      const before = new Map<string, string>()
      for (const pointer of pointers) {
        const text = texts.get(fromRoot(pointer))
        for (const output of text === undefined ? [] : trackedAt(pointer, text))
          before.set(keyOf(output), contentOf(output))
      }
      return outputs.filter(output => before.get(keyOf(output)) !== contentOf(output))
    },

    since(revision) {
      return async paths => git().texts(await git().base(revision), paths)
    },

    async verify(outputs, place) {
      return seen(await verifyAt(repository(), outputs, place))
    },

    async readAt(revision, path) {
      if (revision === undefined) return textOf(resolve(root, path), path)
      const commit = await git().commit(revision)
      const text = (await git().texts(commit, [path])).get(path)
      return text ?? fromPointer(commit, path)
    },

    async metricsFiles(revision) {
      const names = revision === undefined ? ['dvc.yaml'] : await git().named(await git().commit(revision), 'dvc.yaml')
      const texts = new Map<string, string>()
      if (revision === undefined) {
        const text = await textOf(resolve(root, 'dvc.yaml'), 'dvc.yaml')
        if (text !== undefined) texts.set('dvc.yaml', text)
      } else for (const [name, text] of await git().texts(await git().commit(revision), names)) texts.set(name, text)
      return [...texts].flatMap(([name, text]) => readPipeline(name, text).metrics)
    },
  }

  async function verifyAt(home: DvcRepository, outputs: readonly DvcOutput[], place: DvcPlace): Promise<DvcChecked> {
    if (place.kind === 'workspace') {
      const times =
        place.times && (await openTimes(join(cacheFolder(environment), 'times'), home.root, place.times === 'trust'))
      return verifyWorkspace(home, outputs, progress, times)
    }
    if (place.kind === 'cache') return verifyCache(home, outputs, progress)
    const remote = remoteConfig(await home.config(), place.name)
    if (remote === undefined)
      throw new UserError('dvc.no-remote', 'Expected a default DVC remote but found none', {
        file: '.dvc/config',
        hint: 'Name one with --remote, or set it: dvc remote default NAME',
      })
    const open = await openRemote(remote, home.root, environment)
    return verifyRemote(home, outputs, open, { content: place.content, progress })
  }

  /** A file of an earlier commit that DVC kept, by the pointer of that commit: from the cache or a remote. */
  async function fromPointer(commit: string, path: string): Promise<string | undefined> {
    if (findRoot(root) === undefined) return undefined
    const names = [...(await git().named(commit, 'dvc.lock')), `${path}.dvc`]
    const texts = await git().texts(commit, names)
    const inside = fromHome(path)
    for (const [name, text] of texts) {
      const output = trackedAt(fromHome(name), text).find(one => !one.folder && pathOf(one, { relpath: '' }) === inside)
      if (output?.md5 !== undefined)
        return (await import('./read-object.ts')).readObject(repository(), output, environment, MAX_METRICS_BYTES)
    }
    return undefined
  }
}

const keyOf = ({ pointer, path, stage = '' }: DvcOutput) => [pointer, stage, path].join('\n')

const contentOf = ({ md5, hash, entries }: DvcOutput) =>
  JSON.stringify([hash, md5, entries?.map(entry => [entry.relpath, entry.md5, [...entry.cloud]])])

async function textOf(absolute: string, name: string): Promise<string | undefined> {
  try {
    if ((await stat(absolute)).size > MAX_METRICS_BYTES)
      throw new UserError('dvc.too-large', `Expected ${name} to have at most ${MAX_METRICS_BYTES} bytes`, {
        file: name,
        hint: 'Is it a file of metrics?',
      })
    return await readFile(absolute, 'utf8')
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return undefined
    throw fileError(name, 'read', cause)
  }
}
