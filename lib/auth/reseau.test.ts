import { expect, test } from "vitest";
import { reseauDe } from "./reseau";

test.each([
  ["192.0.2.7", "192.0.2.0/24"],
  ["::ffff:192.0.2.250", "192.0.2.0/24"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", "inconnu"],
  ["n'importe quoi", "inconnu"],
])("%s est du réseau %s", (adresse, reseau) => expect(reseauDe(adresse)).toBe(reseau));
