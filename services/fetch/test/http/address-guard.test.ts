import { expect, test } from "vitest";
import { guardedLookup, isPublicAddress, refuseLiteralAddress } from "../../src/http/address-guard.ts";

test.each(["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"])(
  "%s is public",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ["127.0.0.1", "loopback"],
  ["127.8.9.1", "loopback"],
  ["0.0.0.0", "this host"],
  ["10.1.2.3", "private"],
  ["172.16.0.1", "private"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "carrier-grade NAT"],
  ["169.254.169.254", "cloud metadata"],
  ["192.0.2.1", "documentation"],
  ["198.18.0.1", "benchmarking"],
  ["224.0.0.1", "multicast"],
  ["255.255.255.255", "broadcast"],
  ["240.0.0.1", "reserved"],
  ["::1", "loopback"],
  ["::", "unspecified"],
  ["::127.0.0.1", "IPv4-compatible"],
  ["::808:808", "IPv4-compatible, deprecated"],
  ["::ffff:127.0.0.1", "IPv4-mapped loopback"],
  ["::ffff:7f00:1", "IPv4-mapped loopback in hex"],
  ["::ffff:a9fe:a9fe", "IPv4-mapped metadata"],
  ["::ffff:0:127.0.0.1", "IPv4-translated"],
  ["64:ff9b::7f00:1", "NAT64 of loopback"],
  ["64:ff9b::169.254.169.254", "NAT64 of metadata"],
  ["64:ff9b:1::a00:1", "local NAT64"],
  ["2002:7f00:1::", "6to4 of loopback"],
  ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"],
  ["2001:db8::1", "documentation"],
  ["fe80::1", "link-local"],
  ["fe80::1%eth0", "link-local with a zone"],
  ["fec0::1", "site-local, deprecated"],
  ["fc00::1", "unique local"],
  ["fd00:ec2::254", "cloud metadata over IPv6"],
  ["ff02::1", "multicast"],
  ["100::1", "discard"],
  ["5f00::1", "segment routing"],
  ["example.org", "a name"],
  ["", "nothing"],
])("%s is refused: %s", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://0x7f.0.0.1/",
  "http://0x7f000001/",
  "http://2130706433/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://127.0.0.1./",
  "http://①②⑦.0.0.1/",
  "http://0/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[64:ff9b::a9fe:a9fe]/",
  "http://169.254.169.254/latest/meta-data/",
  "https://user:secret@192.168.0.1:8443/",
])("%s is refused in any notation", (href) => {
  expect(() => refuseLiteralAddress(new URL(href), isPublicAddress)).toThrow(
    expect.objectContaining({ code: "WIREFOLD_ADDRESS_REFUSED" }),
  );
});

test("names are left to the lookup", () => {
  expect(() => refuseLiteralAddress(new URL("http://localhost/"), isPublicAddress)).not.toThrow();
});

/** Looks a name up with answers of our own, one list a call. */
function lookUp(...answers: string[][]) {
  const lookup = guardedLookup(isPublicAddress, (_name, _options, callback) => {
    const addresses = answers.shift()!.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    callback(null, addresses);
  });
  return (options: { all?: boolean } = {}) =>
    new Promise((resolve, reject) =>
      lookup("name.example", options, (error, address) => (error ? reject(error) : resolve(address))),
    );
}

test("a name with one private address among public ones is refused", async () => {
  await expect(lookUp(["8.8.8.8", "10.0.0.1"])()).rejects.toMatchObject({
    code: "WIREFOLD_ADDRESS_REFUSED",
    message: expect.stringMatching(/^name\.example leads to 10\.0\.0\.1, which is not a public address/),
  });
});

test("a name that changes its answer is judged at each connection", async () => {
  const look = lookUp(["8.8.8.8"], ["127.0.0.1"]);
  await expect(look()).resolves.toBe("8.8.8.8");
  await expect(look()).rejects.toMatchObject({ code: "WIREFOLD_ADDRESS_REFUSED" });
});

test("the socket is given the addresses that were judged, and no others", async () => {
  await expect(lookUp(["8.8.8.8", "2606:4700:4700::1111"])({ all: true })).resolves.toEqual([
    { address: "8.8.8.8", family: 4 },
    { address: "2606:4700:4700::1111", family: 6 },
  ]);
});

test("a name without addresses is an error, not a crash", async () => {
  await expect(lookUp([])()).rejects.toThrow("leads to no address");
});

test("a name that is not found keeps its error", async () => {
  const lookup = guardedLookup(isPublicAddress, (_name, _options, callback) => callback(new Error("ENOTFOUND"), []));
  const answer = new Promise((_, reject) => lookup("gone.example", {}, reject));
  await expect(answer).rejects.toThrow("ENOTFOUND");
});
