import { fixture } from './fixture.ts'
import { type Member, zip } from './zip.ts'

const METADATA = '{"keras_version": "3.15.1", "date_saved": "2026-01-01@00:00:00"}'

/** A Keras 3 file of this configuration. */
export const keras = (config: unknown, more: readonly Member[] = []): Uint8Array =>
  zip([
    { name: 'metadata.json', content: METADATA },
    { name: 'config.json', content: typeof config === 'string' ? config : JSON.stringify(config) },
    ...(more.some(({ name }) => name.startsWith('model.weights'))
      ? []
      : [{ name: 'model.weights.npz', content: weights() }]),
    ...more,
  ])

const weights = () => fixture('npz/arrays')

export const layer = (module: unknown, className: unknown, config: unknown = {}, registered: unknown = null) => ({
  module,
  class_name: className,
  config,
  registered_name: registered,
})

/** A model of one layer. */
export const sequential = (...layers: readonly unknown[]) =>
  layer('keras', 'Sequential', { name: 'model', trainable: true, layers })

export const DENSE = layer('keras.layers', 'Dense', { name: 'dense', units: 1, activation: 'relu' })
