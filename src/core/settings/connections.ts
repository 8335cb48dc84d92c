import { z } from 'zod'

/** Systems outside that are told of every decision, one key each; what they are asked with (tokens, passwords) is in the environment only. */
export const Connections = z.strictObject({})
