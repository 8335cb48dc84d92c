import type { Life } from './life.ts'

/** The life of those models that a text names: by name, by name and version, or by the beginning of the model id. */
export function chooseModels(life: Life, asked: string): Life {
  const models = life.models.filter(
    ({ name, id }) =>
      name === asked || name.startsWith(`${asked} `) || (/^[0-9a-f]{6,64}$/.test(asked) && id.startsWith(asked)),
  )
  const ids = new Set(models.map(({ id }) => id))
  const places = new Set(models.flatMap(({ stays }) => stays.map(({ target }) => target)))
  return {
    ...life,
    models,
    targets: life.targets.filter(({ to, target }) => places.has(target) || ids.has(to?.id ?? '')),
  }
}
