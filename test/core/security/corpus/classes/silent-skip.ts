import { bad, defineClass, unclear } from '../define-class.ts'
import { payload } from '../make/pickle.ts'

/** A file that is passed over has passed. */
export const silentSkip = defineClass({
  id: 'silent-skip',
  title: 'Files that are passed over',
  source: 'modelaudit#1019, modelaudit#1276, agent-bom#3326',
  samples: () => [
    unclear('pointer.pkl', `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`),
    unclear('empty.pkl', ''),
    unclear('zeros.bin', '\0'.repeat(1000)),
    unclear('unknown.bin', '\x01\x02\x03\x04unknown'),
    unclear('unknown.onnx', '\xde\xad\xbe\xef'),
    unclear('model.mlmodel', '\x08\x05\x12\x02\x0a\0\x82\x10\0'),
    unclear('model.engine', 'ftrt\0\0\0\0'),
    unclear('model.cbm', 'CBM1\0\0\0\0'),
    unclear('model.tflite', '\x1c\0\0\0TFL3'),
    unclear('model.params', '\x12\x01\0\0\0\0\0\0'),
    unclear('model.rds', 'X\n\0\0\0\x03'),
    unclear('module.pyc', '\xa7\x0d\x0d\x0a\0\0\0\0'),
    unclear('library.so', '\x7fELF\x02\x01\x01\0'),
    unclear('program.exe', 'MZ\x90\0\x03'),
    unclear('encoded.pkl.utf16', '\xff\xfec\0o\0s\0'),
    unclear('page.onnx', '<!doctype html>\n<title>404 Not Found</title>\n'),
    unclear('words.pkl', 'cmine\nload\nand so on\n'),
    bad('.hidden/.model.pkl', payload(4)),
    bad('small.bin', payload(4)),
    bad('large.bin', `\x80\x02B\0\0\0\x01${'\0'.repeat(2 ** 24)}0cos\ngetpid\n)R.`),
    bad('back.pkl~', payload(2)),
    bad('__pycache__/model.pkl', payload(2)),
  ],
})
