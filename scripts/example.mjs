// The main job on the embedded example: a key, the gate, and a verification of the certificate it wrote.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const folder = 'examples/credit'
const proofmark = (...args) => {
  console.log(`\n$ proofmark ${args.join(' ')}\n`)
  const { status } = spawnSync('node', ['dist/proofmark.js', ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 4)
}

if (!existsSync(`${folder}/.proofmark/keys/proofmark.key`)) proofmark('keygen', '--out', `${folder}/.proofmark/keys`)
proofmark('gate', '--config', `${folder}/proofmark.yml`)
proofmark(
  'verify',
  `${folder}/.proofmark/certificate.sigstore.json`,
  '--model',
  `${folder}/model-champion.joblib`,
  '--key',
  `${folder}/.proofmark/keys/proofmark.pub`,
)
