import { BlockList, isIP } from "node:net";
import { type Role, roles } from "@wirefold/store";
import { z } from "zod";

/** How a reverse proxy that logs people in (OIDC, SAML) says who they are. Believed only from the addresses named. */
export const ProxySettings = z.object({
  /** Header that names the user, such as `x-forwarded-user` of oauth2-proxy. */
  userHeader: z.string().regex(/^[a-z0-9-]+$/i),
  /** Header that names the user's groups, separated by commas, such as `x-forwarded-groups`. */
  groupsHeader: z
    .string()
    .regex(/^[a-z0-9-]+$/i)
    .optional(),
  /** Addresses or networks the proxy calls from: `10.0.0.7`, `10.1.0.0/16`. */
  addresses: z.array(z.string()).min(1),
  /** Group to role; `*` is everybody the proxy lets in. */
  roles: z.record(z.string(), z.enum(roles)).default({ "*": "viewer" }),
});
export type ProxySettings = z.output<typeof ProxySettings>;

export interface ProxyUser {
  readonly name: string;
  readonly role: Role;
}

/** Reads who a trusted proxy says is calling. */
export class TrustedProxy {
  readonly #settings: ProxySettings;
  readonly #addresses = new BlockList();

  /** @throws Error naming an address that is none */
  constructor(settings: ProxySettings) {
    this.#settings = settings;
    for (const typed of settings.addresses) {
      const [address = "", bits] = typed.trim().split("/");
      const family = isIP(address);
      const most = family === 6 ? 128 : 32;
      const length = bits === undefined ? most : Number(bits);
      if (family === 0 || !Number.isInteger(length) || length < 0 || length > most)
        throw new Error(`${typed} is no address and no network`);
      this.#addresses.addSubnet(address, length, family === 6 ? "ipv6" : "ipv4");
    }
  }

  /**
   * The user, or null: another caller, no user named, or none of the user's groups has a role.
   *
   * @param address the other end of the connection itself; what forwarding headers say of it can be made up
   */
  user(address: string | undefined, header: (name: string) => string | undefined): ProxyUser | null {
    if (address === undefined || !this.#isTrusted(address)) return null;
    const name = header(this.#settings.userHeader)?.trim() ?? "";
    if (name === "" || name.length > 200) return null;
    const groups = this.#settings.groupsHeader === undefined ? "" : (header(this.#settings.groupsHeader) ?? "");
    const given = ["*", ...groups.split(",").map((group) => group.trim())].flatMap((group) =>
      Object.hasOwn(this.#settings.roles, group) ? [this.#settings.roles[group]] : [],
    );
    const role = roles.findLast((one) => given.includes(one));
    return role === undefined ? null : { name, role };
  }

  #isTrusted(address: string): boolean {
    // A socket that takes both families shows IPv4 as ::ffff:10.0.0.7.
    const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
    return this.#addresses.check(plain, isIP(plain) === 6 ? "ipv6" : "ipv4");
  }
}

/** `admin=ops-leads,operator=ops,viewer=*` as groups with their roles. @throws Error saying what is wrong */
export function parseRoles(text: string): Record<string, Role> {
  const found: Record<string, Role> = {};
  for (const part of text.split(",").filter((one) => one.trim() !== "")) {
    const [typed = "", group = ""] = part.split("=").map((side) => side.trim());
    const role = roles.find((one) => one === typed);
    if (role === undefined || group === "") throw new Error(`'${part.trim()}' is not like operator=group`);
    found[group] = role;
  }
  return found;
}
