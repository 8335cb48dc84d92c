import { readRange } from '../content/read-range.ts'
import type { Source } from '../content/source.ts'
import type { Hear } from '../format.ts'
import { hearStrings } from '../protobuf/hear-strings.ts'
import { type Message, textOf, textsOf, walkMessages } from '../protobuf/walk-messages.ts'
import {
  Argument,
  AssetFile,
  FunctionName,
  Graph,
  GraphFunction,
  ListValue,
  Node,
  SavedModel,
  Signature,
  Tensor,
  TensorInfo,
  UserObject,
  Value,
} from './messages.ts'

/** One operation of a graph or a function. */
export interface GraphNode {
  readonly offset: number
  readonly name: string
  readonly op: string
  /** Names of the nodes or arguments it takes, without output numbers and without control inputs. */
  readonly inputs: readonly string[]
  /** Functions it calls. */
  readonly calls: string[]
}

/** A graph, or a function of its library. */
export interface Scope {
  /** Name of the function; of the graph itself undefined. */
  name?: string
  readonly arguments: string[]
  readonly nodes: Map<string, GraphNode>
}

export interface Graphs {
  readonly scopes: readonly Scope[]
  /** Nodes that stand for files of the model's `assets`, and the files. */
  readonly assets: ReadonlyMap<string, string>
  /** What Keras makes its layers of, by place; in files of TensorFlow before 2.5 only. */
  readonly metadata: readonly { readonly offset: number; readonly bytes: Uint8Array }[]
  readonly fault: string | undefined
}

const UNREADABLE = '(no text)'

/** Reads all nodes of a SavedModel, graph by graph and function by function; of constants the texts, for whoever hears them. */
export function readGraphs(source: Source, hear?: Hear): Graphs {
  const scopes = new Map<Message, Scope>()
  const nodes = new Map<Message, GraphNode>()
  const assets = new Map<string, string>()
  const metadata: { offset: number; bytes: Uint8Array }[] = []
  const scopeOf = (message: Message | undefined) => message && scopes.get(message)
  const newScope = (message: Message) => scopes.set(message, { arguments: [], nodes: new Map() })
  const visitors = new Map([
    [Graph, newScope],
    [GraphFunction, newScope],
    [
      Signature,
      message => {
        const scope = scopeOf(message.parent)
        if (scope) scope.name = textOf(message, 1) ?? UNREADABLE
      },
    ],
    [Argument, message => scopeOf(message.parent?.parent)?.arguments.push(textOf(message, 1) ?? UNREADABLE)],
    [
      Node,
      message => {
        const node = readNode(message)
        nodes.set(message, node)
        const scope = scopeOf(message.parent)
        scope?.nodes.set(scope.nodes.has(node.name) ? `${node.name}#${node.offset}` : node.name, node)
      },
    ],
    [Value, message => hearStrings(hear, message, [2])],
    [ListValue, message => hearStrings(hear, message, [2])],
    [Tensor, message => hearStrings(hear, message, [8])],
    [FunctionName, message => nodeAbove(message, nodes)?.calls.push(textOf(message, 1) ?? UNREADABLE)],
    [
      UserObject,
      ({ fields }) => {
        for (const { number, start, end } of fields)
          if (number === 3 && end > start) metadata.push({ offset: start, bytes: readRange(source, start, end) })
      },
    ],
    [
      TensorInfo,
      message => {
        if (message.parent?.type !== AssetFile) return
        assets.set(bare(textOf(message, 1) ?? UNREADABLE), textOf(message.parent, 2) ?? '')
      },
    ],
  ] satisfies [unknown, (message: Message) => unknown][])
  const fault = walkMessages(source, SavedModel, message => visitors.get(message.type)?.(message))
  return { scopes: [...scopes.values()], assets, metadata, fault }
}

function readNode(message: Message): GraphNode {
  const inputs = textsOf(message, 3).map(input => input ?? UNREADABLE)
  return {
    offset: message.start,
    name: textOf(message, 1) ?? UNREADABLE,
    op: textOf(message, 2) ?? UNREADABLE,
    inputs: inputs.filter(input => !input.startsWith('^')).map(bare),
    calls: [],
  }
}

function nodeAbove(message: Message, nodes: ReadonlyMap<Message, GraphNode>): GraphNode | undefined {
  let above: Message | undefined = message.parent
  while (above && above.type !== Node) above = above.parent
  return above && nodes.get(above)
}

const bare = (input: string) => input.split(':', 1)[0] ?? input
