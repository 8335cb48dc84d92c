import { hasAt } from '../bytes.ts'
import { defineFormat, inconclusive } from '../format.ts'

/** POSIX.1-1988 and later; also torch's oldest files and NeMo's. It is refused: nothing in a tar archive says whether it is whole. */
export const tar = defineFormat({
  id: 'tar',
  title: 'a tar archive',
  unread: true,
  recognise: source => hasAt(source, 'ustar', 257),
  inspect: () =>
    inconclusive(
      'Expected a model file but found a tar archive, which is a container of no model format that is in use',
      'Unpack it, so that each file is scanned for itself; save a PyTorch file of this age again with torch.save',
    ),
})
