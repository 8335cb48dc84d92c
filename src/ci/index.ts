import type { CiKind } from './ci-kind.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { jenkins } from './jenkins.ts'
import { shell } from './shell.ts'

/** The CIs that are known, in the order in which they are asked: the shell recognises everything. */
export const ciKinds: readonly CiKind[] = [github, gitlab, jenkins, shell]
