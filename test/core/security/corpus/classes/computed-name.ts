import { bad, defineClass, unclear } from '../define-class.ts'
import { globalOf, short, shortBytes, stackGlobal, stream, unicode } from '../make/pickle.ts'

const CALL = '\x93)R'
const [OS, GETPID] = [short('os'), short('getpid')]

/** A reader that looks for two texts before STACK_GLOBAL sees others than the machine takes. */
export const computedName = defineClass({
  id: 'computed-name',
  title: 'Operands of STACK_GLOBAL that do not stand before it',
  source: 'picklescan ad6efbf, GHSA-9gvj-pp9x-gcfr, modelaudit#330, modelscan#331',
  samples: () => [
    bad('from-the-memo.pkl', stream(4, `${OS}\x940${GETPID}\x940h\0h\x01${CALL}`)),
    bad(
      'from-a-far-memo.pkl',
      stream(4, `${OS}r\x00\x01\x00\x000${GETPID}r\x01\x01\x00\x000j\x00\x01\x00\x00j\x01\x01\x00\x00${CALL}`),
    ),
    bad('by-put-and-get.pkl', stream(4, `${OS}p7\n0${GETPID}p8\n0g7\ng8\n${CALL}`)),
    bad('from-dup.pkl', stream(4, `${short('this')}2${CALL}`)),
    bad('behind-a-decoy.pkl', stream(4, `${OS}${GETPID}${short('numpy')}${short('ndarray')}00${CALL}`)),
    bad('behind-a-marked-decoy.pkl', stream(4, `${OS}${GETPID}(${short('numpy')}${short('ndarray')}1${CALL}`)),
    bad('decoy-between.pkl', stream(4, `${OS}${short('numpy')}0${GETPID}${short('ndarray')}0${CALL}`)),
    bad('memo-rewritten.pkl', stream(4, `${short('numpy')}q\0${OS}q\0${short('ndarray')}0${GETPID}${CALL}`)),
    bad(
      'joined.pkl',
      stream(4, `${stackGlobal('builtins', 'str.join')}${short('')}](${short('o')}${short('s')}e\x86R${GETPID}${CALL}`),
    ),
    bad('decoded.pkl', stream(4, `${stackGlobal('_codecs', 'decode')}${shortBytes('os')}\x85R${GETPID}${CALL}`)),
    bad('encoded.pkl', stream(4, `${stackGlobal('_codecs', 'encode')}${OS}${short('rot13')}\x86R${GETPID}${CALL}`)),
    bad('with-escapes.pkl', stream(4, `V\\u006fs\nVgetpid\n${CALL}`)),
    bad('in-old-strings.pkl', stream(4, `S'os'\nS"getpid"\n${CALL}`)),
    bad('in-old-binary-strings.pkl', stream(4, `U\x02osU\x06getpid${CALL}`)),
    bad('in-long-strings.pkl', stream(4, `\x8d\x02\0\0\0\0\0\0\0os${unicode('getpid')}${CALL}`)),
    bad('as-a-subclass.pkl', stream(4, `${stackGlobal('numpy', 'str_')}${OS}\x85R${GETPID}${CALL}`)),
    unclear('of-bytes.pkl', stream(4, `${shortBytes('os')}${shortBytes('getpid')}${CALL}`)),
    bad('of-a-persistent-id.pkl', stream(4, `${OS}Q${GETPID}${CALL}`)),
    bad('with-carriage-return.pkl', '\x80\x02cos\r\ngetpid\r\n)R.'),
    bad('with-white-space.pkl', stream(2, globalOf(' os', 'getpid '))),
    bad('with-other-letters.pkl', stream(4, `${short('\xef\xbd\x8f\xef\xbd\x93')}${GETPID}${CALL}`)),
  ],
})
