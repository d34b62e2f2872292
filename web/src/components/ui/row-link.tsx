import type { Route } from "next";
import Link from "next/link";

type Props = { href: string; children: string };

/** A link that covers the whole row it stands in, which must be `relative`. */
export function RowLink({ href, children }: Props) {
  return (
    <Link
      href={href as Route}
      className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-sm focus-visible:after:outline-2 focus-visible:after:-outline-offset-2"
    >
      {children}
    </Link>
  );
}
