import { hasAt } from '../bytes.ts'
import { defineFormat, inconclusive } from '../format.ts'

/** What stands in a checkout for a file that Git LFS keeps elsewhere (git-lfs docs/spec.md). */
export const lfsPointer = defineFormat({
  id: 'lfs-pointer',
  title: 'a Git LFS pointer',
  unread: true,
  recognise: source => source.size < 1024 && hasAt(source, 'version https://git-lfs.github.com/spec/'),
  inspect: () =>
    inconclusive(
      'Expected the file itself but found the Git LFS pointer that stands for it',
      'Run `git lfs pull`, or check out with `lfs: true`',
    ),
})
