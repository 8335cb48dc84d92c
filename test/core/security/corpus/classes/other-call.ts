import { bad, defineClass } from '../define-class.ts'
import { globalOf, short, stackGlobal, stream } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'

const MODEL = stackGlobal('sklearn.linear_model._logistic', 'LogisticRegression')

/** REDUCE is one of five instructions that call. */
export const otherCall = defineClass({
  id: 'other-call',
  title: 'Calls by INST, OBJ, NEWOBJ and NEWOBJ_EX',
  source: 'picklescan#21, PickleBall',
  samples: () => [
    bad('inst.pkl', stream(0, '(ios\ngetpid\n')),
    bad('inst-with-arguments.pkl', stream(0, "(S'a'\nios\ngetenv\n")),
    bad('inst-of-a-listed-name.pkl', stream(0, '(icollections\nOrderedDict\n')),
    bad('obj.pkl', stream(1, `(${globalOf('os', 'getpid')}o`)),
    bad('obj-with-arguments.pkl', stream(1, `(${globalOf('os', 'getenv')}U\x01ao`)),
    bad('obj-of-a-listed-name.pkl', stream(4, `(${MODEL}o`)),
    bad('newobj.pkl', stream(2, `${globalOf('os', 'getpid')})\x81`)),
    bad('newobj-with-arguments.pkl', stream(4, `${MODEL}${short('l2')}\x85\x81`)),
    bad('newobj-of-a-function.pkl', stream(4, `${stackGlobal('_codecs', 'encode')})\x81`)),
    bad('newobj-ex.pkl', stream(4, `${stackGlobal('os', 'getpid')})}\x92`)),
    bad('newobj-ex-of-a-listed-name.pkl', stream(4, `${MODEL})}${short('penalty')}${short('l2')}s\x92`)),
    bad('reduce-of-a-class.pkl', stream(4, `${MODEL})R`)),
    bad('outcome-called.pkl', stream(4, `${stackGlobal('collections', 'OrderedDict')})R)R`)),
    bad('instance-called.pkl', stream(4, `${MODEL})\x81)R`)),
    bad(
      'reconstructor-of-another-class.pkl',
      stream(
        2,
        `${globalOf('copyreg', '_reconstructor')}(${globalOf('subprocess', 'Popen')}${globalOf('builtins', 'object')}NtR`,
      ),
    ),
    bad('in-torch.pt', torchZip(stream(2, `(${globalOf('os', 'getpid')}o`))),
  ],
})
