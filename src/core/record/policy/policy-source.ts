import { z } from 'zod'

const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/

/** Where a policy is kept that is not in the settings: in a file beside them, or on a protected ref of another repository. */
export const PolicySource = z
  .strictObject({
    file: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .meta({ path: true, description: 'A file of this repository; in a pull request that of the base branch counts' }),
    repository: z.string().regex(REPOSITORY, 'owner/name').optional().meta({
      description: 'The repository that holds it, e.g. acme/ml-governance',
    }),
    path: z
      .string()
      .min(1)
      .max(4096)
      .regex(/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))/, "a path from the repository's root")
      .optional()
      .meta({ description: "Its path from that repository's root" }),
    ref: z
      .string()
      .regex(/^refs\/(heads|tags)\/[^\s*?~^:\\]+$/, 'a whole ref such as refs/heads/main')
      .optional()
      .meta({ description: 'The ref it is taken from, which should be protected: refs/heads/main' }),
  })
  .superRefine(({ file, repository, path, ref }, context) => {
    const remote = [repository, path, ref].filter(part => part !== undefined).length
    if (file === undefined ? remote !== 3 : remote !== 0)
      context.addIssue({ code: 'custom', message: "either 'file', or all of 'repository', 'path' and 'ref'" })
  })
export type PolicySource = z.infer<typeof PolicySource>
