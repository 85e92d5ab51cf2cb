import { ButtonLink } from "@/components/ui/button-link";
import { routes } from "@/lib/routes";

import { Doorstep } from "./doorstep";

export default function NotFoundPage() {
  return (
    <Doorstep title="There is nothing at this address" description="It may be mistyped or cut off, or belong to an environment this desk isn't connected to.">
      <div>
        <ButtonLink href={routes.home} variant="primary">
          Go to the merchants
        </ButtonLink>
      </div>
    </Doorstep>
  );
}
