/** The role of a column that tells rows apart, such as the region: its check's id ends with it. */
export const attributeRole = (column: string): string => `column.${column}`
