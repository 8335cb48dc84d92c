import { z } from 'zod'
import { path } from '../path.ts'

/** A folder that the textfile collector of a node exporter reads. */
export const TextfileConnection = z.strictObject({
  folder: path('Folder that node_exporter was given as --collector.textfile.directory'),
})
export type TextfileConnection = z.output<typeof TextfileConnection>
