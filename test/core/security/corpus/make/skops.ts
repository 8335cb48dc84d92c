import { type Member, zip } from './zip.ts'

/** A node of a skops schema. */
export const node = (loader: string, module: string, name: string, more: object = {}) => ({
  __loader__: loader,
  __module__: module,
  __class__: name,
  __id__: 1,
  ...more,
})

export const skops = (schema: object, more: readonly Member[] = []): Uint8Array =>
  zip([...more, { name: 'schema.json', content: JSON.stringify({ ...schema, protocol: 2, _skops_version: '0.16.0' }) }])

export const listNode = (items: readonly object[]) => node('ListNode', 'builtins', 'list', { content: items })
export const dictNode = (content: object) => node('DictNode', 'builtins', 'dict', { content, key_types: listNode([]) })
export const jsonNode = (value: unknown) => node('JsonNode', 'builtins', 'str', { content: JSON.stringify(value) })
/** An object with this state. */
export const objectNode = (module: string, name: string, state: object) =>
  node('ObjectNode', module, name, { content: dictNode(state) })
