export function mutate(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array;
