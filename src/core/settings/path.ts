import { z } from 'zod'

/** A path relative to the folder of proofmark.yml; given as an input or flag, relative to the working directory. */
export const path = (description: string) => z.string().min(1).max(4096).meta({ description, path: true })
