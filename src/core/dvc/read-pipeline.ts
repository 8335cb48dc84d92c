import { z } from 'zod'
import { readYaml } from '../documents/read-yaml.ts'
import { validate } from '../documents/validate.ts'
import { folderOf, joinPath } from './join-path.ts'

/** How an output is kept, as far as `dvc.yaml` says. */
export interface Kept {
  readonly cached?: boolean
  readonly pushed?: boolean
  readonly remote?: string
}

export interface PipelineStage {
  readonly wdir?: string
  kept(path: string): Kept
}

/** What a `dvc.yaml` says of its stages' outputs. */
export interface Pipeline {
  /** By its name in `dvc.lock`: of a stage that was expanded (`foreach`, `matrix`), with what follows `@`. */
  stage(name: string): PipelineStage | undefined
  /** Files of metrics, from the root of the repository. */
  readonly metrics: readonly string[]
}

const Flags = z.object({ cache: z.string().optional(), push: z.string().optional(), remote: z.string().optional() })
const Out = z.union([
  z.string(),
  z.record(z.string(), z.union([Flags, z.literal('').transform(() => ({})), z.array(Flags)])),
])
const Outs = z.union([z.array(Out), z.literal('').transform((): z.output<typeof Out>[] => [])]).default([])
const Definition = z.object({ wdir: z.string().optional(), outs: Outs, metrics: Outs, plots: Outs })
const Stage = z.union([z.object({ do: Definition }).transform(stage => stage.do), Definition])
const PipelineSchema = z.object({
  stages: z.union([z.literal('').transform(() => ({})), z.record(z.string(), Stage)]).default({}),
  metrics: z.union([z.literal('').transform((): string[] => []), z.array(z.string())]).default([]),
})

/** A repository without `dvc.yaml`. */
export const NO_PIPELINE: Pipeline = { stage: () => undefined, metrics: [] }

/** Reads a `dvc.yaml`. A path with `${…}` stands for all that it may become. */
export function readPipeline(name: string, text: string): Pipeline {
  const { stages, metrics } = validate(PipelineSchema, readYaml(name, text, { texts: true }), 'dvc.pipeline')
  const folder = folderOf(name)
  const named = new Map(Object.entries(stages))
  const resolved = (paths: readonly string[], wdir = '') =>
    paths.flatMap(path => (path.includes('${') ? [] : (joinPath(folder, `${wdir}/${path}`.replace(/^\/+/, '')) ?? [])))
  return {
    stage(asked) {
      const found = named.get(asked) ?? named.get(asked.split('@')[0] ?? asked)
      if (found === undefined) return undefined
      const outs = [...found.outs, ...found.metrics, ...found.plots].flatMap(flagsOf)
      const wdir = found.wdir?.includes('${') ? undefined : found.wdir
      return {
        ...(wdir === undefined ? {} : { wdir }),
        kept: path => Object.assign({}, ...outs.filter(out => matches(out.path, path)).map(out => out.kept)),
      }
    },
    metrics: [
      ...resolved(metrics),
      ...[...named.values()].flatMap(stage =>
        resolved(
          stage.metrics.flatMap(flagsOf).map(({ path }) => path),
          stage.wdir,
        ),
      ),
    ].filter((path, i, all) => all.indexOf(path) === i),
  }
}

function flagsOf(out: z.output<typeof Out>): { path: string; kept: Kept }[] {
  if (typeof out === 'string') return [{ path: out, kept: {} }]
  return Object.entries(out).map(([path, flags]) => ({ path, kept: Array.isArray(flags) ? {} : keptOf(flags) }))
}

const keptOf = ({ cache, push, remote }: z.output<typeof Flags>): Kept => ({
  ...(cache === undefined ? {} : { cached: cache.toLowerCase() !== 'false' }),
  ...(push === undefined ? {} : { pushed: push.toLowerCase() !== 'false' }),
  ...(remote === undefined ? {} : { remote }),
})

function matches(template: string, path: string): boolean {
  if (!template.includes('${')) return template === path
  const parts = template.split(/\$\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path)
}
