import { RowLink } from "@/components/ui/row-link";

type Props = { customerId: number; surname: string | null | undefined };

export function CustomerLink({ customerId, surname }: Props) {
  return <RowLink href={`/customers/view?id=${customerId}`}>{surname || `Customer ${customerId}`}</RowLink>;
}
