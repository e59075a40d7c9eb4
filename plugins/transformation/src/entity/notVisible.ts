/** Said where the API refuses or does not know what an entity's annotation names. */
export const NOT_VISIBLE =
  'The artifact of this component is not visible to you';
