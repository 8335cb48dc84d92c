import { bad, defineClass } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { standing, stateDict, torchZip } from '../make/torch.ts'
import { zip } from '../make/zip.ts'

/** A TorchScript file is its code. */
export const program = defineClass({
  id: 'program',
  title: 'TorchScript programs',
  source: 'torch/jit/_serialization.py',
  samples: () => [
    bad('linear.pt', fixture('torchscript/linear')),
    bad('named-as-weights.bin', fixture('torchscript/linear')),
    bad(
      'code-beside-weights.pt',
      torchZip(stateDict(), [{ name: 'm/code/__torch__.py', content: 'op_version_set = 1\n' }]),
    ),
    bad('constants-beside-weights.pt', torchZip(stateDict(), [{ name: 'm/constants.pkl', content: '\x80\x02).' }])),
    bad(
      'code-first.pt',
      zip([{ name: 'm/code/x.py', content: 'x' }, { name: 'm/data.pkl', content: stateDict() }, ...standing()]),
    ),
    bad('code-only.pt', zip([{ name: 'm/code/__torch__/a.py', content: 'x' }])),
  ],
})
