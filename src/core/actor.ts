/** Who did something. Every row that records an act carries one of these. */
export type Actor = 'creator' | 'member' | 'fan' | 'automation' | 'operator';
