import { Compass } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Notice
        icon={Compass}
        title="There is no such page"
        action={
          <Button asChild>
            <Link href="/">Go to the risk dashboard</Link>
          </Button>
        }
      >
        The address may be mistyped, or the page may have moved.
      </Notice>
    </main>
  );
}
