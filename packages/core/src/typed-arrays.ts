/**
 * Reads of typed arrays in loops that keep their place within the list. Not checked, and the only place where such a read is asserted:
 * prepared documents and pages are read through these a hundred million times. One function a type: the engine specialises each on one
 * kind of array and puts it in line; one for all kinds would be slow in every loop once two kinds had passed through it.
 */
export function u8At(list: Uint8Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}

export function u16At(list: Uint16Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}

export function u32At(list: Uint32Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}

export function i32At(list: Int32Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}

export function f32At(list: Float32Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}

export function f64At(list: Float64Array, at: number): number {
  // biome-ignore lint/style/noNonNullAssertion: the caller keeps `at` within the list, as said above.
  return list[at]!;
}
