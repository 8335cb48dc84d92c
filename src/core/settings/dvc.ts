import { z } from 'zod'

/** What data-validate asks of the data that DVC tracks. */
export const Dvc = z.strictObject({
  remote: z.string().min(1).max(200).optional().meta({
    description: "DVC remote in which everything that pointers name must be: its name, or 'default'",
  }),
  content: z.boolean().default(false).meta({
    description: 'true: read every byte in the remote and hold it against its md5, not only look whether it is there',
  }),
  workspace: z.boolean().default(false).meta({
    description: 'true: every tracked file of the workspace must be there, and be what its pointer names',
  }),
  all: z.boolean().default(false).meta({
    description: 'true: in a pull request everything is asked for, not only what it changes',
  }),
})
export type Dvc = z.output<typeof Dvc>
