/** Names of the runtime that translated expressions use, and `v`, the variables: no element and no loop may be called so. */
export const expressionNames: readonly string[] = (
  'add and at between div each eq every feel fn get gt gte holds interpret isIn lt lte mul ne negate not or pow range ' +
  'some steps sub v where'
).split(' ');
