import { Hourglass, Lock } from "lucide-react";
import { Badge } from "@/components/ui/badge";

/** Une moyenne peut-elle encore changer ? */
export function Stabilite({ definitive }: { readonly definitive: boolean }) {
  return definitive ? (
    <Badge icone={<Lock />}>définitive</Badge>
  ) : (
    <Badge ton="attention" provisoire icone={<Hourglass />}>
      provisoire
    </Badge>
  );
}
