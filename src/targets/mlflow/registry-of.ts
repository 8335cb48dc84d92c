import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Client } from '../../mlflow/client.ts'
import type { Refusal } from '../../mlflow/faults.ts'
import type { Registry, RegistryVersion } from './registry.ts'
import { EXPERIMENT } from './tags.ts'

const Tags = z.array(z.object({ key: z.string(), value: z.string().default('') })).default([])
const Version = z.object({ name: z.string(), version: z.string(), tags: Tags })
const Nothing = z.object({})
const versionOf = ({ version, tags }: z.infer<typeof Version>): RegistryVersion => ({ version, tags: mapOf(tags) })
const mapOf = (tags: z.infer<typeof Tags>) => new Map(tags.map(({ key, value }) => [key, value]))
const isAbsent = ({ status, code }: Refusal) => status === 404 && code === 'RESOURCE_DOES_NOT_EXIST'
