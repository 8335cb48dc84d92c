import type { SchemaElement, SchemaTree } from 'hyparquet'

/** Where a column that is not nested stands. */
export interface FlatPlace {
  /** Among all columns that values are stored of. */
  readonly leaf: number
  readonly tree: SchemaTree
  readonly element: SchemaElement
}

/** The columns of a schema that are not nested, by name. */
export function flatPlaces({ children }: SchemaTree): ReadonlyMap<string, FlatPlace> {
  const places = new Map<string, FlatPlace>()
  let leaf = 0
  for (const tree of children) {
    const { element } = tree
    const isFlat = tree.children.length === 0 && element.repetition_type !== 'REPEATED'
    if (isFlat) places.set(element.name, { leaf, tree, element })
    leaf += leavesOf(tree)
  }
  return places
}

const leavesOf = ({ children }: SchemaTree): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesOf(child), 0)
