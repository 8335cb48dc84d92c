import { bad, defineClass } from '../define-class.ts'
import { PROTOCOLS, payload } from '../make/pickle.ts'

const NAMES = [
  ['asyncio.unix_events', '_UnixSubprocessTransport._start'],
  ['multiprocessing.util', 'spawnv_passfds'],
  ['multiprocessing.managers', 'BaseManager'],
  ['concurrent.futures.process', 'ProcessPoolExecutor'],
  ['test.support.script_helper', 'assert_python_ok'],
  ['idlelib.pyshell', 'ModifiedInterpreter.runcommand'],
  ['distutils.command.install', 'install'],
  ['urllib.request', 'OpenerDirector.open'],
  ['os.path', 'genericpath.os.getpid'],
  ['xml.sax.saxutils', 'prepare_input_source'],
] as const

/** The module is denied; a module below it is not. */
export const submodule = defineClass({
  id: 'submodule',
  title: 'Sub-module of a denied module',
  source: 'CVE-2025-10157',
  samples: () =>
    NAMES.map(([module, name], i) => bad(`${module}.${name}.pkl`, payload(PROTOCOLS[i % 6], module, name))),
})
