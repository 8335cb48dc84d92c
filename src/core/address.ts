/** Beginnings of the addresses of files that are kept elsewhere; `file:` is none, a path says it. */
export const ADDRESS_SCHEMES = ['s3:', 'https:', 'http:', 'lakefs:', 'models:', 'runs:', 'mlflow-artifacts:'] as const

/** Whether what stands in place of a path is the address of a file kept elsewhere: `s3://bucket/train.csv`. */
export const isAddress = (path: string): boolean => ADDRESS_SCHEMES.some(scheme => path.startsWith(scheme))
