/** Whether a line's fingerprint recurs over documents of one outlet: yes or no, or the number of other documents that have it. */
export type RecurringLookup = (fingerprint: string) => boolean | number;
