/** How a lineage is known. */
export const identityMethods = [
  'own',
  'page',
  'named',
  'renamed',
  'chain',
  'name',
  'copy',
  'assumed',
] as const;
export type IdentityMethod = (typeof identityMethods)[number];
