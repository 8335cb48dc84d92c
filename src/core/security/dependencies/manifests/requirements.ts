import { logicalLines } from '../logical-lines.ts'
import { defineManifest } from '../manifest.ts'
import { readPipLine } from '../pip-line.ts'

/** pip's requirements files (pip.pypa.io, Requirements File Format). */
export const requirements = defineManifest({
  id: 'requirements',
  title: 'a pip requirements file',
  recognise: path => /(^|\/)([^/]*requirements[^/]*\.txt|requirements\/[^/]+\.txt)$/i.test(path),
  read(path, text) {
    const lines = logicalLines(text).map(({ line, text }) => readPipLine(path, line, text))
    return {
      requirements: lines.flatMap(({ requirements }) => requirements),
      includes: lines.flatMap(({ includes }) => includes),
    }
  },
})
