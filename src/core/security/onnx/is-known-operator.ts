import operators from './operators.json' with { type: 'json' }

const DEFAULT = 'ai.onnx'

const known = new Map(Object.entries(operators).map(([domain, names]) => [domain, new Set(names.split(' '))]))

/** The domain by its full name: the empty one is `ai.onnx`. */
export const domainOf = (domain: string): string => (domain === '' ? DEFAULT : domain)

/** Whether these operators come with ONNX itself (every version to 1.23) or ONNX Runtime, and compute from tensors to tensors only. */
export const isKnownDomain = (domain: string): boolean => known.has(domain)

/** `com.microsoft` goes without EPContext, Snpe and PythonOp, which run what is not in the model. */
export const isKnownOperator = (domain: string, name: string): boolean => known.get(domain)?.has(name) ?? false
