import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSafetensors } from './write-safetensors.ts'

/** Files as a repository of models has them, `count` in all: pickles, joblib, safetensors, Python, JSON and Markdown, by turns. */
export function makeFiles(folder: string, count: number): void {
  mkdirSync(folder)
  const python = readFileSync('scripts/make-scipy-vectors.py', 'utf8')
  const makers: ((path: string, i: number) => void)[] = [
    path => copyFileSync('examples/credit/model-champion.pkl', `${path}.pkl`),
    path => copyFileSync('examples/credit/model-champion.joblib', `${path}.joblib`),
    (path, i) => writeSafetensors(`${path}.safetensors`, 16 * 1024 + i),
    (path, i) => writeFileSync(`${path}.py`, `# part ${i}\n${python}`),
    (path, i) =>
      writeFileSync(`${path}.json`, JSON.stringify({ layers: Array.from({ length: 200 }, (_, n) => n * i) })),
    (path, i) =>
      writeFileSync(`${path}.md`, `# Model ${i}\n\n${'What it was trained on, and for what. '.repeat(50)}\n`),
  ]
  for (let i = 0; i < count; i++) makers[i % makers.length]?.(join(folder, `${i}`), i)
}
