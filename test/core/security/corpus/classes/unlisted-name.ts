import { bad, defineClass } from '../define-class.ts'
import { fixture } from '../make/fixture.ts'
import { npy } from '../make/numpy.ts'
import { PROTOCOLS, payload } from '../make/pickle.ts'
import { torchZip } from '../make/torch.ts'
import { zip } from '../make/zip.ts'

/** Names that were missing from some deny list; none of them does anything when called without arguments. */
const NAMES = `pip:main pip._internal:main importlib:import_module runpy:run_path runpy:_run_code typing:_eval_type
  dataclasses:_create_fn pydoc:locate pydoc:pipepager uuid:_get_command_stdout _aix_support:_read_cmd_output mailcap:findmatch
  os:system posix:system nt:system subprocess:Popen subprocess:check_output builtins:eval builtins:exec builtins:compile
  builtins:getattr builtins:setattr builtins:open builtins:__import__ code:InteractiveInterpreter.runcode cProfile:runctx
  profile:Profile.runctx trace:Trace.run bdb:Bdb.run pdb:Pdb.run timeit:timeit doctest:debug_script ctypes:CDLL ctypes:PyDLL
  cffi:FFI socket:create_connection urllib.request:urlopen ftplib:FTP smtplib:SMTP http.client:HTTPSConnection
  webbrowser:open shutil:rmtree shutil:copyfile tempfile:mktemp zipfile:ZipFile tarfile:TarFile.open io:FileIO io:open
  _io:FileIO pathlib:Path.write_text linecache:getlines logging.config:listen logging.config:_resolve operator:attrgetter
  operator:methodcaller operator:itemgetter functools:partial functools:reduce itertools:starmap types:FunctionType
  types:CodeType marshal:loads pickle:loads _pickle:loads shelve:open dbm:open sqlite3:connect multiprocessing.process:Process
  asyncio:create_subprocess_shell threading:Thread _thread:start_new_thread signal:signal sys:settrace sys:setprofile
  atexit:register gc:get_objects inspect:getattr_static codeop:compile_command ast:literal_eval lib2to3.pgen2.grammar:Grammar.loads
  distutils.spawn:spawn ensurepip:_run_pip venv:create commands:getoutput __builtin__:eval __builtin__:execfile`
  .split(/\s+/)
  .map(name => name.split(':') as [string, string])

/** How a payload of this name is wrapped, in turn. */
const WRAPPED: readonly ((stream: string) => [string, Uint8Array | string])[] = [
  stream => ['pkl', stream],
  stream => ['pkl', stream],
  stream => ['pt', torchZip(stream)],
  stream => ['npy', npy("'|O'", '(1,)', stream)],
  stream => ['npz', zip([{ name: 'a.npy', content: npy("'|O'", '(1,)', stream) }])],
]

/** A deny list never ends. */
export const unlistedName = defineClass({
  id: 'unlisted-name',
  title: 'Name missing from a deny list',
  source: 'CVE-2025-1716, CVE-2026-56315, picklescan#66, modelscan#331, arXiv 2508.19774',
  samples: () => [
    ...NAMES.map(([module, name], i) => {
      const [ending, content] = WRAPPED[i % WRAPPED.length]?.(payload(PROTOCOLS[i % 6], module, name)) ?? ['', '']
      return bad(`${module}.${name}.${ending}`, content)
    }),
    ...PROTOCOLS.map(protocol => bad(`protocol-${protocol}.pkl`, payload(protocol))),
    bad('legacy.pt', fixture('torch-legacy/payload-as-object')),
  ],
})
