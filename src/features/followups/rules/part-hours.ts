/** The hour that a part of a day means for a reminder; a day alone means its morning. */
export const partHours = { morning: 9, noon: 12, afternoon: 15, evening: 19 } as const;
