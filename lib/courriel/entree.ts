import { z } from "zod";

export const entreeResume = z.object({ actif: z.boolean() });
