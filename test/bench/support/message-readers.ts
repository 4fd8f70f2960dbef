/** The names of all that read a tenant's messages; one that is missing here reads a whole history while others are measured. */
export const messageReaders = [
  'activity',
  'search',
  'transfer',
  'answers',
  'care',
  'drafts',
  'facts',
] as const;
