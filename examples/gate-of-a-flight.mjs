// What many sources claim of many flights, fused into one gate each.
import { fuseClaims } from "@wirefold/truth";

const claims = (values) => Object.entries(values).map(([source, value]) => ({ source, value }));
const rows = [
  { object: "Flight 12", property: "gate", claims: claims({ airline: "B4", airport: "B4", board: "C9" }) },
  { object: "Flight 34", property: "gate", claims: claims({ airline: "A1", airport: "A1", board: "A1" }) },
  { object: "Flight 56", property: "gate", claims: claims({ airline: "D7", airport: "D7", board: "D2" }) },
];
for (const { object, value, sources } of fuseClaims(rows)) {
  const against = sources.filter((one) => !one.agrees).map((one) => one.source);
  console.log(`${object}: ${value}${against.length > 0 ? ` (not so: ${against.join(", ")})` : ""}`);
}
// prints:
// Flight 12: B4 (not so: board)
// Flight 34: A1
// Flight 56: D7 (not so: board)
