import type { TargetKind } from './target-kind.ts'

/** Every kind of target; each is loaded when one is opened. */
export const TARGETS: readonly TargetKind[] = [
  {
    scheme: 'folder',
    form: 'folder:PATH',
    open: async (name, place, world) => (await import('./folder/folder.ts')).folder(name, place, world),
  },
  {
    scheme: 's3',
    form: 's3://BUCKET/PREFIX',
    open: async (name, place, world) => (await import('./s3/s3.ts')).s3(name, place, world),
  },
  {
    scheme: 'release',
    form: 'release:TAG',
    open: async (name, place, world) => (await import('./release/release.ts')).release(name, place, world),
  },
  {
    scheme: 'deployment',
    form: 'deployment:ENVIRONMENT',
    open: async (name, place, world) => (await import('./deployment/deployment.ts')).deployment(name, place, world),
  },
  {
    scheme: 'tag',
    form: 'tag:ARTIFACT#STAGE',
    open: async (name, place, world) => (await import('./tag/tag.ts')).tag(name, place, world),
  },
  {
    scheme: 'mlflow',
    form: 'mlflow:MODEL@ALIAS',
    open: async (name, place, world) => (await import('./mlflow/open-alias.ts')).openAlias(name, place, world),
    list: async (patterns, world) => (await import('./mlflow/list-aliases.ts')).listAliases(patterns, world),
  },
]
