import { redirect } from "next/navigation";
import { espaces } from "@/lib/auth/espaces";
import { definePage } from "@/lib/auth/guard";

/** Chacun chez soi : le premier espace de la personne. */
export default definePage({
  action: "compte:soi",
  chemin: "/",
  render: async ({ user }) => redirect(espaces(user)[0]?.href ?? "/compte"),
});
