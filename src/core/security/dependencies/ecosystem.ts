import { z } from 'zod'

/** Where packages of a name come from, as OSV spells it; conda channels and image registries are none of OSV's. */
export const Ecosystem = z.enum(['PyPI', 'npm', 'conda', 'image'])
export type Ecosystem = z.infer<typeof Ecosystem>
